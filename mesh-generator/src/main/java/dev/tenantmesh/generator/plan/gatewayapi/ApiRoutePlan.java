package dev.tenantmesh.generator.plan.gatewayapi;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.ingress.RouteTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the requests for some hosts go.
 *
 * @param heading name, place and reason
 * @param gateway the Gateway it attaches to
 * @param gatewayNamespace where that stands
 * @param listener the only listener it attaches to; absent: all
 * @param hosts the host names, sorted
 * @param byServerName whether TLS passes through, so that only the host is seen
 * @param targets where requests lead, at least one
 */
public record ApiRoutePlan(
        Heading heading,
        String gateway,
        String gatewayNamespace,
        @Nullable String listener,
        List<String> hosts,
        boolean byServerName,
        List<RouteTarget> targets) {

    /** The kind of routes whose requests are seen. */
    public static final String HTTP = "HTTPRoute";

    /** The kind of routes of which only the host is seen. */
    public static final String TLS = "TLSRoute";

    public ApiRoutePlan {
        if (hosts.isEmpty() || targets.isEmpty()) {
            throw new IllegalArgumentException("A route for every host, or to nowhere: " + heading.entry());
        }
        hosts = hosts.stream().sorted().toList();
        targets = List.copyOf(targets);
    }

    /** Its kind. */
    public String kind() {
        return byServerName ? TLS : HTTP;
    }
}
