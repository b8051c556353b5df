package dev.tenantmesh.verifier.reach.forward;

import dev.tenantmesh.verifier.policy.route.Target;
import dev.tenantmesh.verifier.trace.Step;
import java.util.List;

/**
 * What the proxies of clients send elsewhere than its name says. A client that goes past its own proxy is not redirected,
 * and one that does not still opens the connection itself: whom it can reach is decided as for every other connection.
 *
 * @param namespace where the route stands
 * @param hosts what clients ask for
 * @param route what makes it so
 * @param target where it is sent
 * @see <a href="https://gateway-api.sigs.k8s.io/mesh/">Gateway API for service mesh</a>
 */
public record Redirection(String namespace, List<String> hosts, Step route, Target target) {

    public Redirection {
        hosts = List.copyOf(hosts);
    }
}
