package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import java.util.List;
import java.util.SortedMap;

/**
 * No proxy at all: the network alone decides.
 *
 * @param pod the pod
 * @param enrollment why it has none
 */
record BareFront(Pod pod, Enrollment enrollment) implements Front {

    @Override
    public List<Wire> wires(Port port) {
        return List.of(Wire.direct(port));
    }

    @Override
    public List<Way> ways(Endpoint source, Port port, Wire wire, SortedMap<Identity, Truth> identities) {
        return List.of(new Way(null, List.of(Capture.of(pod, enrollment, port).step())));
    }
}
