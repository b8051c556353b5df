package dev.tenantmesh.verifier.reach.network;

import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.world.Port;

/** What the network says at one end of a connection between two ends. */
@FunctionalInterface
public interface NetworkEnd {

    /** What it says of a port of the destination. */
    Step ask(Port port);

    /** Whether it certainly lets no port through. */
    default boolean isClosed() {
        return false;
    }
}
