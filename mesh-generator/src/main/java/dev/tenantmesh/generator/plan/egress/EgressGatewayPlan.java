package dev.tenantmesh.generator.plan.egress;

import dev.tenantmesh.generator.plan.Heading;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an egress gateway listens to: one server for each host, chosen by the name that clients ask for in their mutual
 * TLS, which ends here.
 *
 * @param heading name, place and reason
 * @param podLabels the gateway's pods, in the same namespace
 * @param servers at least one
 */
public record EgressGatewayPlan(Heading heading, SortedMap<String, String> podLabels, List<Server> servers) {

    public EgressGatewayPlan {
        podLabels = Collections.unmodifiableSortedMap(new TreeMap<>(podLabels));
        servers = List.copyOf(servers);
    }

    /**
     * One host.
     *
     * @param host its name
     * @param port the Service's port
     * @param requests whether the gateway reads what is inside as HTTP, or passes it on as it is
     */
    public record Server(String host, int port, boolean requests) {

        /**
         * A name that no other server has. Dots become hyphens and hyphens are doubled: neither stands beside the
         * other in a host, and proxies take names of ports apart at dots.
         */
        public String portName() {
            return (requests ? "https-" : "tls-") + host.replace("-", "--").replace('.', '-');
        }
    }
}
