package dev.tenantmesh.generator.plan.ingress;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.model.tenant.GatewayTls;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An ingress gateway, the routes behind it, and how it is exposed.
 *
 * @param heading name, place and reason
 * @param podLabels the gateway's pods, in the same namespace
 * @param hosts what it serves; only routes of its own namespace may bind them
 * @param tls how connections are terminated
 * @param routes where requests go, first match first
 * @param routerRoutes whether the platform's router leads to it
 */
public record GatewayPlan(
        Heading heading,
        SortedMap<String, String> podLabels,
        List<String> hosts,
        GatewayTls tls,
        List<RoutePlan> routes,
        boolean routerRoutes) {

    public GatewayPlan {
        podLabels = Collections.unmodifiableSortedMap(new TreeMap<>(podLabels));
        hosts = hosts.stream().sorted().toList();
        routes = List.copyOf(routes);
    }

    /**
     * One route.
     *
     * @param prefix of the path; absent: everything
     * @param host the fully qualified name of the Service
     * @param port the Service's port
     */
    public record RoutePlan(@Nullable String prefix, String host, int port) {}
}
