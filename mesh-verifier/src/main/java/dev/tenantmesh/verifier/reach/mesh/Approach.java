package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import java.util.Set;

/**
 * Somebody who wants to reach a port of a pod.
 *
 * @param source who
 * @param pod whom
 * @param port on which of its ports
 * @param protocols what Services say of the port
 */
public record Approach(Endpoint source, Pod pod, Port port, Set<String> protocols) {

    public Approach {
        protocols = Set.copyOf(protocols);
    }
}
