package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.Placement.Role;
import dev.tenantmesh.model.platform.PeerGrant;
import dev.tenantmesh.model.tenant.Workload;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.Permission;
import dev.tenantmesh.verifier.claim.Permission.Manner;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where the model lets pods of a mesh go beside each other: cluster DNS, their control plane, and granted peers. */
final class Outgoing {

    /** Where proxies get configuration and certificates. */
    static final int XDS = 15_012;

    private Outgoing() {}

    /** The permissions of one mesh. */
    static List<Permission> of(MeshScope scope) {
        Openings openings = new Openings();
        Port dns = Port.tcp(scope.parts().dnsPort());
        openings.ranges(
                scope.members(),
                scope.parts().dns(),
                List.of(PortRange.of(dns), PortRange.of(new Port(Port.Protocol.UDP, dns.number()))),
                Manner.PLAINTEXT,
                "cluster DNS");
        controlPlane(scope, openings);
        scope.grants(PeerGrant.Direction.EGRESS)
                .forEach(grant -> clients(scope, grant).forEach(client -> granted(client, grant, openings)));
        return openings.all();
    }

    /** A control plane in another cluster is behind addresses, of which no document says whether one is a node's. */
    private static void controlPlane(MeshScope scope, Openings openings) {
        if (scope.clusters().role() != Role.REMOTE) {
            scope.proxied()
                    .forEach(proxied -> openings.tcp(proxied, scope.istiod(), List.of(XDS), Manner.ANY, "istiod"));
            return;
        }
        scope.clusters().controlPlaneGateway().ifPresent(gateway -> {
            Party there = GatewayOpenings.addresses(gateway.addresses());
            openings.tcp(scope.members(), there, List.of(XDS), Manner.ANY, "the control plane's gateway");
            openings.tcp(scope.members(), new Party.Nodes("nodes"), List.of(XDS), Manner.ANY, "its addresses");
        });
    }

    /** Of addresses that the platform grants, no document says whether one is a node's. */
    private static void granted(Party client, PeerGrant grant, Openings openings) {
        List<Integer> ports =
                grant.ports().stream().map(PeerGrant.Port::podPort).toList();
        openings.tcp(client, Incoming.peer(grant.peer()), ports, Manner.ANY, "grant " + grant.name());
        if (grant.peer().cidr() != null) {
            openings.tcp(client, new Party.Nodes("nodes"), ports, Manner.ANY, "grant " + grant.name());
        }
    }

    private static Stream<Party> clients(MeshScope scope, PeerGrant grant) {
        return grant.to().stream()
                .flatMap(to -> scope.places().stream()
                        .filter(place -> place.tenant().name().equals(to.tenant()))
                        .filter(place ->
                                to.namespace() == null || to.namespace().equals(place.name()))
                        .flatMap(place -> clients(place, to.workload())));
    }

    private static Stream<Party> clients(Place place, @org.jspecify.annotations.Nullable String workload) {
        if (workload == null) {
            return Stream.of(place.everyPod());
        }
        return place.namespace().workloads().stream()
                .filter(found -> found.name().equals(workload))
                .map((Workload found) ->
                        ClusterParts.pods(place.name(), Map.copyOf(found.selector()), place.name() + "/" + workload));
    }
}
