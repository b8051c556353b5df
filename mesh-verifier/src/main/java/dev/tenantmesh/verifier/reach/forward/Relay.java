package dev.tenantmesh.verifier.reach.forward;

import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;

/**
 * Somebody who forwards connections.
 *
 * @param kind what it is
 * @param pod its pods
 * @param candidates what its pods may be, where several answers are possible; all of them count
 * @param known whether it is known who it is; if not, {@code pod} only has its name and what its labels must be
 */
public record Relay(Kind kind, Pod pod, List<Pod> candidates, Truth known) {

    /** The kinds of relays. */
    public enum Kind {
        /** A gateway of a mesh. */
        GATEWAY,
        /** The router that a cluster brings along. */
        ROUTER,
        /** Whoever carries out Ingresses. */
        INGRESS_CONTROLLER
    }

    public Relay {
        candidates = List.copyOf(candidates);
    }

    /** One whose pods are known. */
    public static Relay of(Kind kind, Pod pod) {
        return new Relay(kind, pod, List.of(pod), Truth.YES);
    }

    /** One whose pods are in no manifest, and anywhere. */
    public static Relay unknown(Kind kind, Pod pod) {
        return new Relay(kind, pod, List.of(), Truth.MAYBE);
    }

    /** How people call it. */
    public String id() {
        return pod.id();
    }
}
