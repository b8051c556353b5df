package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.Placement;
import dev.tenantmesh.model.mesh.EastWestGateway;
import dev.tenantmesh.model.platform.Cluster;
import dev.tenantmesh.model.tenant.Service;
import dev.tenantmesh.model.tenant.ServicePort;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.Permission;
import dev.tenantmesh.verifier.claim.Permission.Manner;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whom the model lets call from one cluster into another: whoever may call at all, exported Services only, and by the
 * gateways that stand between networks.
 */
final class Crossings {

    /** A way through a gateway that shows the identity of whoever comes to it, and not its own. */
    static final String THROUGH = "through the east-west gateway";

    /** Where members of other networks come in. */
    static final int PORT = 15_443;

    private final List<Permission> edges = new ArrayList<>();
    private final Set<String> hosts = new TreeSet<>();
    private final Openings incoming = new Openings();
    private final Openings outgoing = new Openings();

    private Crossings() {}

    /** Those of one mesh and this cluster. */
    static Crossings of(MeshScope scope) {
        Crossings crossings = new Crossings();
        scope.clusters()
                .eastWest()
                .ifPresent(
                        gateway -> scope.model().placement().ifPresent(where -> crossings.find(scope, where, gateway)));
        return crossings;
    }

    /** From members of other clusters to workloads here, who show their own identities. */
    List<Permission> edges() {
        return List.copyOf(edges);
    }

    /** The names of the Services here that somebody of another cluster may call. */
    Set<String> hosts() {
        return new TreeSet<>(hosts);
    }

    /** What the gateway is let in and on by. */
    List<Permission> incoming() {
        return incoming.all();
    }

    /** Where pods may go because of members in other clusters. */
    List<Permission> outgoing() {
        return outgoing.all();
    }

    static Party.Pods pods(EastWestGateway gateway) {
        return ClusterParts.pods(
                gateway.namespace(), Map.of("istio", gateway.name()), gateway.namespace() + "/" + gateway.name());
    }

    private void find(MeshScope scope, Placement where, EastWestGateway gateway) {
        MeshScope whole = scope.clusters().everywhere().orElseThrow();
        Stream.concat(Incoming.of(whole).stream(), GatewayOpenings.of(whole).stream())
                .filter(permission -> permission.manner().mutual())
                .filter(permission -> permission.from() instanceof Party.Pods && permission.to() instanceof Party.Pods)
                .forEach(permission -> cross(permission, whole, where, gateway));
        if (hosts.isEmpty()) {
            return;
        }
        List<String> seen = where.othersOf(scope.mesh()).stream()
                .flatMap(cluster -> cluster.egressCIDRs().stream())
                .toList();
        incoming.tcp(GatewayOpenings.addresses(seen), pods(gateway), List.of(PORT), Manner.ANY, "other clusters");
        incoming.tcp(new Party.Nodes("nodes"), pods(gateway), List.of(PORT), Manner.ANY, "other clusters");
    }

    private void cross(Permission permission, MeshScope whole, Placement where, EastWestGateway gateway) {
        Party.Pods from = (Party.Pods) permission.from();
        Party.Pods to = (Party.Pods) permission.to();
        Set<Cluster> clients = clusters(from, whole, where);
        Set<Cluster> servers = clusters(to, whole, where);
        List<PortRange> ports = new ArrayList<>();
        to.namespaces().stream()
                .flatMap(name -> whole.place(name).stream())
                .forEach(place -> exported(place, to)
                        .filter(service -> overlaps(service, permission))
                        .forEach(service -> service.ports().stream()
                                .map(ServicePort::podPort)
                                .filter(port -> covers(permission, port))
                                .forEach(port -> {
                                    ports.addAll(Openings.tcp(List.of(port)));
                                    if (servers.contains(where.cluster()) && isElsewhere(clients, where)) {
                                        hosts.add(whole.parts()
                                                .platform()
                                                .network()
                                                .serviceHost(service.name(), place.name()));
                                    }
                                })));
        if (ports.isEmpty()) {
            return;
        }
        if (servers.contains(where.cluster()) && isElsewhere(clients, where)) {
            edges.add(new Permission(from, to, ports, permission.manner(), permission.because()));
            incoming.ranges(pods(gateway), to, ports, permission.manner(), THROUGH);
        }
        if (clients.contains(where.cluster())) {
            servers.stream()
                    .filter(server -> !server.equals(where.cluster()))
                    .map(server -> gateway.in(server.name()))
                    .filter(addresses -> !addresses.isEmpty())
                    .forEach(addresses -> leave(from, addresses, permission));
        }
    }

    /** Of addresses that a load balancer has, no document says whether one is a node's. */
    private void leave(Party.Pods from, List<String> addresses, Permission permission) {
        String because = permission.because() + " in another cluster";
        outgoing.tcp(from, GatewayOpenings.addresses(addresses), List.of(PORT), Manner.ANY, because);
        outgoing.tcp(from, new Party.Nodes("nodes"), List.of(PORT), Manner.ANY, because);
    }

    private static boolean isElsewhere(Set<Cluster> clusters, Placement where) {
        return clusters.stream().anyMatch(cluster -> !cluster.equals(where.cluster()));
    }

    private static Set<Cluster> clusters(Party.Pods pods, MeshScope whole, Placement where) {
        Set<Cluster> clusters = new LinkedHashSet<>();
        pods.namespaces().forEach(namespace -> clusters.addAll(where.clustersOf(whole.mesh(), namespace)));
        return clusters;
    }

    private static Stream<Service> exported(Place place, Party.Pods to) {
        return place.namespace().workloads().stream()
                .filter(workload -> MeshScope.pods(place, workload).equals(to))
                .flatMap(workload -> workload.services().stream())
                .filter(Service::crossesClusters);
    }

    private static boolean overlaps(Service service, Permission permission) {
        return service.ports().stream().anyMatch(port -> covers(permission, port.podPort()));
    }

    private static boolean covers(Permission permission, int port) {
        return permission.ports().stream().anyMatch(range -> range.first() <= port && port <= range.last());
    }
}
