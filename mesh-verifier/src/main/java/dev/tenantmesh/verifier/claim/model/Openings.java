package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.Permission;
import dev.tenantmesh.verifier.claim.Permission.Manner;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Permissions in the making. */
final class Openings {

    private final List<Permission> all = new ArrayList<>();

    List<Permission> all() {
        return List.copyOf(all);
    }

    /** Some TCP ports; none: nothing. */
    void tcp(Party from, Party to, Collection<Integer> ports, Manner manner, String because) {
        if (!ports.isEmpty()) {
            all.add(new Permission(from, to, tcp(ports), manner, because));
        }
    }

    void ranges(Party from, Party to, List<PortRange> ports, Manner manner, String because) {
        all.add(new Permission(from, to, ports, manner, because));
    }

    static List<PortRange> tcp(Collection<Integer> ports) {
        return ports.stream().sorted().map(Port::tcp).map(PortRange::of).toList();
    }
}
