package dev.tenantmesh.verifier.question;

import dev.tenantmesh.verifier.world.Pod;
import java.util.List;

/**
 * Whom a pod lets in beside the pods that are declared: pods that somebody could make, processes on nodes, and addresses
 * outside.
 *
 * @param destination the pod
 * @param connections from each of them that may be let in
 */
public record Exposure(Pod destination, List<Connection> connections) {

    public Exposure {
        connections = List.copyOf(connections);
    }
}
