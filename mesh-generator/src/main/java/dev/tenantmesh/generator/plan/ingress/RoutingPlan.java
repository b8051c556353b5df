package dev.tenantmesh.generator.plan.ingress;

import dev.tenantmesh.generator.plan.Heading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the requests for some hosts go.
 *
 * @param heading name, place and reason
 * @param gateway the gateway of the same namespace that serves the hosts; absent: another plan delegates to this one
 * @param hosts the host names, sorted; none if delegated to
 * @param exportTo the one namespace that sees it: a name, or {@code .} for its own
 * @param byServerName whether TLS passes through, so that only the host is seen
 * @param routes first match first; none if it delegates
 * @param delegate the plan that has the routes instead, by its heading
 */
public record RoutingPlan(
        Heading heading,
        @Nullable String gateway,
        List<String> hosts,
        String exportTo,
        boolean byServerName,
        List<Target> routes,
        @Nullable Heading delegate) {

    /** The word for the namespace of an object itself. */
    static final String OWN_NAMESPACE = ".";

    public RoutingPlan {
        if ((gateway == null) != hosts.isEmpty() || routes.isEmpty() == (delegate == null)) {
            throw new IllegalArgumentException("Neither a root nor a delegate: " + heading.entry());
        }
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
    public record Target(@Nullable String prefix, String host, int port) {}
}
