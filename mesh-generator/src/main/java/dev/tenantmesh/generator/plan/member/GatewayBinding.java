package dev.tenantmesh.generator.plan.member;

import dev.tenantmesh.model.gateway.GatewayTls;
import dev.tenantmesh.model.gateway.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hosts that a tenant serves at a gateway.
 *
 * @param tenant who serves them
 * @param hosts the host names, sorted
 * @param tls how their connections are terminated; absent: they arrive in plaintext
 * @param routes where requests go, first match first
 * @param delegate the tenant's namespace that keeps the routes; absent: the gateway's
 * @param entry its model entry
 */
public record GatewayBinding(
        String tenant,
        List<String> hosts,
        @Nullable GatewayTls tls,
        List<Route> routes,
        @Nullable String delegate,
        String entry) {

    public GatewayBinding {
        hosts = hosts.stream().sorted().toList();
        routes = List.copyOf(routes);
    }
}
