package dev.tenantmesh.verifier.reach.forward;

import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import java.util.List;

/**
 * What a listener forwards, and to whom.
 *
 * @param listener where it comes in
 * @param hosts for which hosts
 * @param binding what makes it so, and how certainly
 * @param backend who is behind it
 */
public record Forward(Listener listener, List<String> hosts, Step binding, Backend backend) {

    public Forward {
        hosts = List.copyOf(hosts);
    }

    /** How certain it is that it leads there. */
    public Truth certain() {
        return binding.passed();
    }

    /** What a route makes a listener forward, as certain as the route, who is behind it, and the relay. */
    public static Forward of(Listener listener, List<String> hosts, Step route, Backend backend) {
        Truth certain =
                route.passed().and(backend.certain()).and(listener.relay().known());
        String because = route.because() + ", " + backend.because();
        return new Forward(listener, hosts, Step.of(Step.Layer.ROUTE, certain, because, route.origin()), backend);
    }
}
