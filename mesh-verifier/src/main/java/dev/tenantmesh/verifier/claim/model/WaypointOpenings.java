package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.tenant.Waypoint;
import dev.tenantmesh.model.tenant.Workload;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.Permission;
import dev.tenantmesh.verifier.claim.Permission.Manner;
import dev.tenantmesh.verifier.claim.Permissions;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What waypoints change: clients whose proxies are on nodes come to one, which connects to the pods as itself. The network
 * lets them to the waypoint, whichever of its namespace's workloads they are for.
 */
final class WaypointOpenings {

    private final MeshScope scope;

    WaypointOpenings(MeshScope scope) {
        this.scope = scope;
    }

    /** Whether a permission is of somebody who comes through a waypoint. */
    boolean isThrough(Permission permission) {
        return permission.manner().mutual()
                && permission.from() instanceof Party.Pods from
                && permission.to() instanceof Party.Pods to
                && isOfNodes(from)
                && to.namespaces().size() == 1
                && to.namespaces().stream()
                        .flatMap(name -> scope.place(name).stream())
                        .anyMatch(place -> place.namespace().waypoint() != null);
    }

    private boolean isOfNodes(Party.Pods pods) {
        return !scope.gateways().contains(pods) && scope.ambient().containsAll(pods.namespaces());
    }

    /** What waypoints open beside what their clients are permitted. */
    List<Permission> beside(List<Permission> permitted) {
        List<Permission> beside = new ArrayList<>();
        Permissions throughAny =
                Permissions.of(permitted.stream().filter(this::isThrough).toList());
        for (Place place : scope.places()) {
            Waypoint waypoint = place.namespace().waypoint();
            if (waypoint != null) {
                List<Permission> through = throughAny.to(Set.of(place.name())).toList();
                Set<Party> clients = new LinkedHashSet<>();
                through.forEach(permission -> clients.add(permission.from()));
                clients.forEach(client -> beside.add(meets(client, MeshScope.pods(place, waypoint))));
                for (Workload workload : place.namespace().workloads()) {
                    beside.addAll(to(place, waypoint, workload, through));
                    clients.forEach(client -> beside.add(meets(client, MeshScope.pods(place, workload))));
                }
            }
        }
        return beside;
    }

    /** From the waypoint, on every port that anybody comes through it for. */
    private static List<Permission> to(Place place, Waypoint waypoint, Workload workload, List<Permission> through) {
        Party.Pods pods = MeshScope.pods(place, workload);
        List<PortRange> ports = through.stream()
                .filter(permission -> permission.to().equals(pods))
                .flatMap(permission -> permission.ports().stream())
                .distinct()
                .toList();
        return ports.isEmpty()
                ? List.of()
                : List.of(new Permission(
                        MeshScope.pods(place, waypoint),
                        pods,
                        ports,
                        Manner.of(place.name(), waypoint.name()),
                        "waypoint " + waypoint.name()));
    }

    /**
     * Whoever may come to the waypoint at all comes as any identity that they have; as their own, on no port of a workload that
     * they are no client of.
     */
    private static Permission meets(Party client, Party workload) {
        return new Permission(client, workload, List.of(), Manner.UNNAMED, "a waypoint");
    }
}
