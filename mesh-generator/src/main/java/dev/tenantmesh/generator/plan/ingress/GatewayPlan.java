package dev.tenantmesh.generator.plan.ingress;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.model.gateway.GatewayTls;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the pods of an ingress gateway listen to.
 *
 * @param heading name, place and reason
 * @param podLabels the gateway's pods, in the same namespace
 * @param servers one for each way in which TLS is terminated, at least one
 */
public record GatewayPlan(Heading heading, SortedMap<String, String> podLabels, List<Server> servers) {

    public GatewayPlan {
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("A gateway without hosts would not exist: " + heading.entry());
        }
        podLabels = Collections.unmodifiableSortedMap(new TreeMap<>(podLabels));
        servers = List.copyOf(servers);
    }

    /**
     * Hosts whose connections are terminated in one way.
     *
     * @param name unique in the gateway
     * @param hosts the host names, sorted; none: whatever the client names. Only routes of the gateway's own namespace
     *     may bind them
     * @param tls how connections are terminated; absent: they arrive in plaintext
     */
    public record Server(
            String name, List<String> hosts, @Nullable GatewayTls tls) {

        public Server {
            hosts = hosts.stream().sorted().toList();
        }
    }
}
