package dev.tenantmesh.verifier.reach.forward;

import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.route.HostRoute;
import dev.tenantmesh.verifier.policy.route.Target;
import dev.tenantmesh.verifier.profile.IngressRouter;
import dev.tenantmesh.verifier.reach.forward.Listener.Carries;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.World;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Routes and Ingresses make somebody forward. */
public final class RouterForwards {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final List<Forward> forwards = new ArrayList<>();
    private final Set<Listener> listeners = new LinkedHashSet<>();

    /** @param router the cluster's own */
    public RouterForwards(World world, PolicyModel policies, Optional<IngressRouter> router, Backends backends) {
        RouterPods pods = new RouterPods(world, policies.routing(), router);
        for (HostRoute route : policies.routing().hostRoutes()) {
            for (Relay relay : pods.of(route)) {
                for (Listener listener : listeners(relay, route)) {
                    listeners.add(listener);
                    route.targets().forEach(target -> add(listener, route, target, backends));
                }
            }
        }
    }

    private void add(Listener listener, HostRoute route, Target target, Backends backends) {
        String because = route.id() + " leads " + String.join(", ", route.hosts()) + " on"
                + (route.tls().isEmpty() ? "" : " with TLS " + route.tls());
        Step step = Step.of(Step.Layer.ROUTE, route.exists(), because, target.origin());
        backends.of(target, route.namespace())
                .forEach(backend -> forwards.add(Forward.of(listener, route.hosts(), step, backend)));
    }

    /** TLS comes in by its own port; what the router ends, it may take in plaintext too. */
    private static List<Listener> listeners(Relay relay, HostRoute route) {
        List<Listener> all = new ArrayList<>();
        if (!route.tls().isEmpty()) {
            Carries carries = route.isPassthrough() ? Carries.TLS : Carries.NOTHING;
            all.add(listener(relay, HTTPS, route.isPassthrough() ? "PASSTHROUGH" : "SIMPLE", carries));
        }
        if (!route.isPassthrough()) {
            all.add(listener(relay, HTTP, "", Carries.NOTHING));
        }
        return all;
    }

    private static Listener listener(Relay relay, int port, String tls, Carries carries) {
        return new Listener(relay, relay.id(), Port.tcp(port), tls, List.of("*"), carries, false, null);
    }

    /** The ports by which the router and controllers take connections. */
    public Set<Listener> listeners() {
        return listeners;
    }

    /** What they forward. */
    public List<Forward> forwards() {
        return forwards;
    }
}
