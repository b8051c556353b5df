package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.Permission;
import dev.tenantmesh.verifier.claim.Permissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the documents permit in one mesh, and what a single layer can hold of it; worked out once for the claims of all its
 * tenants.
 *
 * @param incoming who may come in
 * @param outgoing where somebody may go beside where they are let in
 * @param byNetwork what of who may come in the network alone can hold
 * @param byProxies what of it proxies alone can hold
 * @param leaving where somebody may go, in whatever manner they are let in there
 * @param toAddresses where somebody may go outside the cluster
 * @param byAdministrators where somebody may go, as far as policies can hold it that know no manner
 * @param pastWaypoints who of those who may come in comes through no waypoint
 */
record MeshPermissions(
        Permissions incoming,
        Permissions outgoing,
        Permissions byNetwork,
        Permissions byProxies,
        Permissions leaving,
        Permissions toAddresses,
        Permissions byAdministrators,
        Permissions pastWaypoints) {

    static MeshPermissions of(MeshScope scope, List<Permission> incoming, List<Permission> outgoing) {
        WaypointOpenings waypoints = new WaypointOpenings(scope);
        Permissions in = Permissions.of(incoming);
        Permissions out = Permissions.of(outgoing);
        Permissions byNetwork = in.map(new AmbientOpenings(scope)::byNetwork);
        return new MeshPermissions(
                in,
                out,
                byNetwork,
                Permissions.of(WiderPermissions.inEveryCluster(scope, incoming)).map(WiderPermissions::whereverFrom),
                out.and(in.map(WiderPermissions::inAnyManner)),
                Permissions.of(outgoing.stream()
                        .filter(permission -> permission.to() instanceof Party.Addresses)
                        .toList()),
                out.and(byNetwork).map(WiderPermissions::inAnyManner),
                Permissions.of(incoming.stream()
                        .filter(permission -> !waypoints.isThrough(permission))
                        .toList()));
    }

    /** Where somebody may go, as far as the network alone can hold it. */
    Permissions leavingByNetwork() {
        return outgoing.and(byNetwork);
    }

    /** Everything that must work. */
    Stream<Permission> all() {
        return Stream.concat(incoming.all(), outgoing.all());
    }
}
