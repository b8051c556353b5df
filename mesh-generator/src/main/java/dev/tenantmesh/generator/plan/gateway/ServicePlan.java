package dev.tenantmesh.generator.plan.gateway;

import dev.tenantmesh.model.gateway.GatewayPorts;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The Service before the pods of a gateway. It has the ports that the gateway serves and no others: readiness is asked
 * of the pods themselves.
 *
 * @param type who can address it
 * @param ports at least one
 * @param annotations what other controllers do with it
 * @param sourceRanges whom a load balancer lets through; empty: everyone
 * @param keepsClientAddress whether the pods, and so their NetworkPolicies, see who the client is
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/service/">Service</a>
 */
public record ServicePlan(
        Type type,
        List<Port> ports,
        SortedMap<String, String> annotations,
        List<String> sourceRanges,
        boolean keepsClientAddress) {

    public ServicePlan {
        ports = List.copyOf(ports);
        annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
        sourceRanges = sourceRanges.stream().sorted().toList();
    }

    /** A Service that only pods of the cluster can address. */
    public static ServicePlan inside(List<Port> ports, Map<String, String> annotations) {
        return new ServicePlan(Type.CLUSTER_IP, ports, new TreeMap<>(annotations), List.of(), false);
    }

    /** A Service behind a load balancer, whose pods see who the client is, and let in no others. */
    public static ServicePlan loadBalancer(
            List<Port> ports, Map<String, String> annotations, List<String> sourceRanges) {
        return new ServicePlan(Type.LOAD_BALANCER, ports, new TreeMap<>(annotations), sourceRanges, true);
    }

    /** Who can address it. */
    public enum Type {
        CLUSTER_IP("ClusterIP"),
        LOAD_BALANCER("LoadBalancer"),
        NODE_PORT("NodePort");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        /** Kubernetes' word for it. */
        public String word() {
            return word;
        }
    }

    /**
     * One port.
     *
     * @param name by which Routes refer to it, and from which proxies know its protocol
     * @param port the Service's port
     * @param podPort the pods' port
     */
    public record Port(String name, int port, int podPort) {

        /** Where TLS arrives. */
        public static final Port HTTPS = new Port("https", 443, GatewayPorts.HTTPS);

        /** Where plaintext arrives from a router that ended TLS. */
        public static final Port HTTP = new Port("http", 80, GatewayPorts.HTTP);
    }
}
