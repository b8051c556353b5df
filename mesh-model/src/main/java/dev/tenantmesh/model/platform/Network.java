package dev.tenantmesh.model.platform;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What policies must know of the cluster network.
 *
 * @param cni the network plugin; it decides how host-network sources are matched
 * @param podCIDRs pod addresses; proxies let granted peers through on them, and a grant's {@code cidr} must not
 *     overlap them
 * @param serviceCIDRs Service addresses; likewise
 * @param apiServerCIDRs the API server's addresses, which control planes must reach on {@code apiServerPort}
 * @param apiServerPort absent: 6443
 * @param nodeCIDRs addresses by which pods see processes of nodes and the API server, with Calico where it does not
 *     encapsulate; webhooks are open to them alone; absent: not known, and webhooks are open to everyone
 * @param clusterDomain absent: {@code cluster.local}
 * @param dns the cluster DNS; absent: what the distribution ships
 */
@ModelRecord
public record Network(
        Cni cni,
        @Syntax(Syntax.Of.CIDR) List<String> podCIDRs,
        @Syntax(Syntax.Of.CIDR) List<String> serviceCIDRs,
        @Syntax(Syntax.Of.CIDR) List<String> apiServerCIDRs,
        @Syntax(Syntax.Of.PORT) @Nullable Integer apiServerPort,
        @Syntax(Syntax.Of.CIDR) List<String> nodeCIDRs,
        @Syntax(Syntax.Of.SUBDOMAIN) @Nullable String clusterDomain,
        @Nullable Dns dns) {

    public Network {
        podCIDRs = List.copyOf(podCIDRs);
        serviceCIDRs = List.copyOf(serviceCIDRs);
        apiServerCIDRs = List.copyOf(apiServerCIDRs);
        nodeCIDRs = List.copyOf(nodeCIDRs);
    }

    /** The same with the addresses of one of several clusters. */
    Network of(Cluster cluster) {
        return new Network(
                cni,
                cluster.podCIDRs(),
                cluster.serviceCIDRs(),
                cluster.apiServerCIDRs(),
                cluster.apiServerPort(),
                cluster.nodeCIDRs(),
                clusterDomain,
                dns);
    }

    /** The DNS suffix of Services. */
    public String serviceDomain() {
        return clusterDomain == null ? "svc.cluster.local" : "svc." + clusterDomain;
    }

    /** The fully qualified name of a Service. */
    public String serviceHost(String service, String namespace) {
        return service + "." + namespace + "." + serviceDomain();
    }

    /** The network plugins whose NetworkPolicy behaviour we know for our rules. */
    public enum Cni {
        @JsonProperty("ovn-kubernetes")
        OVN_KUBERNETES,
        @JsonProperty("calico")
        CALICO
    }
}
