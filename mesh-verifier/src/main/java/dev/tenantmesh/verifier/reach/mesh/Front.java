package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Port;
import java.util.List;
import java.util.SortedMap;

/** What stands in front of one pod, and what it makes of whoever comes. */
public interface Front {

    /** What the network may see of connections to a port: the port itself first. */
    List<Wire> wires(Port port);

    /**
     * Every way in on one wire, open or not.
     *
     * @param identities whom the source can show a certificate for, and how certainly
     */
    List<Way> ways(Endpoint source, Port port, Wire wire, SortedMap<Identity, Truth> identities);
}
