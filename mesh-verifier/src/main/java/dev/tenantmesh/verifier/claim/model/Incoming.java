package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.Boundary;
import dev.tenantmesh.model.RouterTraffic;
import dev.tenantmesh.model.platform.PeerGrant;
import dev.tenantmesh.model.tenant.AllowFrom;
import dev.tenantmesh.model.tenant.Call;
import dev.tenantmesh.model.tenant.Service;
import dev.tenantmesh.model.tenant.ServicePort;
import dev.tenantmesh.model.tenant.Workload;
import dev.tenantmesh.model.tenant.WorkloadMtls;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.Permission;
import dev.tenantmesh.verifier.claim.Permission.Manner;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Whom the model lets into workloads: inside boundaries, along edges, and without an identity. */
final class Incoming {

    private static final List<PortRange> APPLICATIONS =
            List.of(new PortRange(Port.Protocol.TCP, 1, 14_999), new PortRange(Port.Protocol.TCP, 15_100, 65_535));

    /** A tunnel is for any port; pods without a proxy keep none for it. */
    private static final List<PortRange> EVERY_PORT = List.of(new PortRange(Port.Protocol.TCP, 1, 65_535));

    private final MeshScope scope;
    private final Openings openings = new Openings();

    private Incoming(MeshScope scope) {
        this.scope = scope;
    }

    /** The permissions of one mesh. */
    static List<Permission> of(MeshScope scope) {
        Incoming incoming = new Incoming(scope);
        for (Place place : scope.places()) {
            place.namespace().workloads().forEach(workload -> incoming.workload(place, workload));
            if (place.isOpen()) {
                incoming.open(place);
            }
        }
        incoming.monitoring();
        return Stream.concat(incoming.openings.all().stream(), new AmbientOpenings(scope).ofTheirNode().stream())
                .toList();
    }

    private void workload(Place place, Workload workload) {
        inside(place, workload);
        workload.allowFrom().forEach(consent -> edge(place, workload, consent));
        plaintextClients(place, workload);
        router(place, workload);
        scope.grants(PeerGrant.Direction.INGRESS).forEach(grant -> granted(place, workload, grant));
    }

    private void inside(Place place, Workload workload) {
        for (Place client : clients(place, scope.boundary(place, workload))) {
            open(
                    new Client(client.everyPod(), client),
                    place,
                    workload,
                    MeshScope.ports(workload),
                    Manner.ofNamespaces(Set.of(client.name())));
        }
    }

    /** Pods of a place. */
    private record Client(Party pods, Place place) {}

    /**
     * Ports that are not STRICT are open in plaintext, too, to whoever the network lets come; DISABLE knows no identities.
     * Who comes in a tunnel comes in no other way.
     */
    private void open(Client client, Place place, Workload workload, List<Integer> ports, Manner manner) {
        Party from = client.pods();
        Party to = MeshScope.pods(place, workload);
        if (isTunnel(client.place(), place)) {
            openings.tcp(from, to, ports, manner, workload.name());
            return;
        }
        List<Integer> plaintext = scope.plaintextPorts(place, workload);
        List<Integer> disabled = scope.disabledPorts(place, workload);
        openings.tcp(from, to, without(ports, disabled), manner, workload.name());
        openings.tcp(from, to, without(ports, without(ports, plaintext)), Manner.PLAINTEXT, workload.name());
    }

    private boolean isTunnel(Place client, Place server) {
        return scope.isAmbient(client) || scope.isAmbient(server);
    }

    private static List<Integer> without(List<Integer> ports, List<Integer> others) {
        return ports.stream().filter(port -> !others.contains(port)).toList();
    }

    private void open(Place place) {
        for (Place client : clients(place, place.boundary())) {
            Manner manner = Manner.ofNamespaces(Set.of(client.name()));
            boolean tunnel = isTunnel(client, place);
            openings.ranges(
                    client.everyPod(),
                    place.everyPod(),
                    tunnel ? EVERY_PORT : APPLICATIONS,
                    scope.admitsPlaintext(place) && !tunnel ? manner.andPlaintext() : manner,
                    place.name());
        }
    }

    /** A boundary holds both ways: a namespace that is closed by itself is no client of its tenant either. */
    private List<Place> clients(Place server, Boundary boundary) {
        Stream<Place> inside = switch (boundary) {
            case MESH -> scope.places().stream();
            case TENANT -> scope.places(server.tenant());
            case NAMESPACE -> Stream.of(server);
            case WORKLOAD -> Stream.of();
        };
        return inside.filter(client -> isInside(server, client, client.boundary()))
                .toList();
    }

    private static boolean isInside(Place one, Place other, Boundary boundary) {
        return switch (boundary) {
            case MESH -> true;
            case TENANT -> one.isSibling(other);
            case NAMESPACE -> one.name().equals(other.name());
            case WORKLOAD -> false;
        };
    }

    /** Inside a tenant the consent is enough; across tenants the client must want it, too. */
    private void edge(Place server, Workload workload, AllowFrom consent) {
        String from = Objects.requireNonNullElse(consent.namespace(), server.name());
        String tenant =
                Objects.requireNonNullElse(consent.tenant(), server.tenant().name());
        Optional<Place> client =
                scope.place(from).filter(place -> place.tenant().name().equals(tenant));
        Optional<Workload> caller = client.flatMap(place -> workload(place, consent.workload()));
        if (caller.isEmpty()) {
            return;
        }
        List<Integer> offered = named(workload.ports().stream(), consent.ports());
        List<Integer> agreed = client.get().isSibling(server)
                ? offered
                : offered.stream()
                        .filter(port -> wants(client.get(), caller.get(), server, workload, port))
                        .toList();
        open(
                new Client(MeshScope.pods(client.get(), caller.get()), client.get()),
                server,
                workload,
                agreed,
                Manner.of(from, caller.get().serviceAccount()));
    }

    private static boolean wants(Place client, Workload caller, Place server, Workload workload, int port) {
        return client.tenant().calls().stream()
                .filter(call ->
                        call.from().equals(caller.name()) || call.from().equals(client.name() + "/" + caller.name()))
                .map(Call::to)
                .filter(to -> to.tenant().equals(server.tenant().name())
                        && to.namespace().equals(server.name()))
                .anyMatch(to -> workload.services().stream()
                        .filter(service -> service.name().equals(to.service()))
                        .anyMatch(service -> named(service, to.ports()).contains(port)));
    }

    private static List<Integer> named(Service service, List<String> names) {
        return named(service.ports().stream(), names);
    }

    private static List<Integer> named(Stream<ServicePort> ports, List<String> names) {
        return ports.filter(port -> names.isEmpty() || names.contains(port.name()))
                .map(ServicePort::podPort)
                .distinct()
                .toList();
    }

    private static Optional<Workload> workload(Place place, String name) {
        return place.namespace().workloads().stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst();
    }

    private void plaintextClients(Place place, Workload workload) {
        WorkloadMtls mtls = workload.mtls();
        if (mtls != null) {
            mtls.plaintextClients()
                    .forEach(client -> openings.tcp(
                            ClusterParts.pods(client.namespace(), client.podSelector(), client.namespace()),
                            MeshScope.pods(place, workload),
                            scope.plaintextPorts(place, workload),
                            Manner.PLAINTEXT,
                            "plaintext clients of " + workload.name()));
        }
    }

    private void router(Place place, Workload workload) {
        boolean labelled = scope.settings()
                        .router(place.tenant(), place.namespace(), workload)
                        .effective()
                == RouterTraffic.LABELLED_PODS;
        if (labelled) {
            Map<String, String> labels = new TreeMap<>(workload.selector());
            labels.putAll(scope.parts().exposeLabel());
            Party exposed = ClusterParts.pods(place.name(), labels, place.name() + "/" + workload.name());
            scope.parts()
                    .router()
                    .ifPresent(router -> openings.tcp(
                            router,
                            exposed,
                            scope.plaintextPorts(place, workload),
                            Manner.PLAINTEXT,
                            "the router at " + workload.name()));
        }
    }

    private void granted(Place place, Workload workload, PeerGrant grant) {
        boolean reached = grant.to().stream()
                .anyMatch(to -> to.tenant().equals(place.tenant().name())
                        && (to.namespace() == null || to.namespace().equals(place.name()))
                        && (to.workload() == null || to.workload().equals(workload.name())));
        if (reached) {
            List<Integer> ports =
                    grant.ports().stream().map(PeerGrant.Port::podPort).toList();
            openings.tcp(
                    peer(grant.peer()),
                    MeshScope.pods(place, workload),
                    ports,
                    Manner.PLAINTEXT,
                    "grant " + grant.name());
        }
    }

    /** Whom a grant is about. */
    static Party peer(PeerGrant.Peer peer) {
        if (peer.cidr() != null) {
            return new Party.Addresses(AddressRange.ofCidr(peer.cidr()).stream().toList());
        }
        String namespace = Objects.requireNonNullElse(peer.namespace(), "");
        return new Party.Pods(Set.of(namespace), LabelSelector.of(peer.podSelector()), namespace);
    }

    private void monitoring() {
        scope.parts()
                .monitoring()
                .ifPresent(scrapers -> scope.proxied()
                        .forEach(proxied -> openings.tcp(
                                scrapers, proxied, scope.parts().scraped(), Manner.PLAINTEXT, "monitoring")));
    }
}
