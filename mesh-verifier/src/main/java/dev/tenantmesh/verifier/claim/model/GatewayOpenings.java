package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.Placement.Serving;
import dev.tenantmesh.model.gateway.Exposure;
import dev.tenantmesh.model.gateway.GatewayClient;
import dev.tenantmesh.model.gateway.GatewayPorts;
import dev.tenantmesh.model.gateway.GatewayTls;
import dev.tenantmesh.model.gateway.Route;
import dev.tenantmesh.model.mesh.ControlPlaneGateway;
import dev.tenantmesh.model.mesh.EgressGateway;
import dev.tenantmesh.model.mesh.SharedGateway;
import dev.tenantmesh.model.platform.Distribution;
import dev.tenantmesh.model.tenant.External;
import dev.tenantmesh.model.tenant.Gateway;
import dev.tenantmesh.model.tenant.ServicePort;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.Workload;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.Permission;
import dev.tenantmesh.verifier.claim.Permission.Manner;
import dev.tenantmesh.verifier.world.AddressRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who may come to gateways, and where these may go on to. */
final class GatewayOpenings {

    /** Gateways whose pods are in no manifest. */
    static final String ROUTES = "routes of gateway ";

    static final String EXISTING = "clients of the existing gateway ";

    private static final int WEBHOOKS = 15_017;

    private final MeshScope scope;
    private final Openings openings = new Openings();

    private GatewayOpenings(MeshScope scope) {
        this.scope = scope;
    }

    /**
     * A gateway's pods, whoever owns them.
     *
     * @param pods which pods
     * @param account whom they run as
     * @param port where they listen
     * @param mutual whether they ask for identities of the mesh
     * @param generated whether manifests make them
     */
    record Pods(Party.Pods pods, String account, int port, boolean mutual, boolean generated) {

        static Pods of(Gateway gateway) {
            return new Pods(
                    ClusterParts.pods(
                            gateway.namespace(), gateway.podLabels(), gateway.namespace() + "/" + gateway.name()),
                    gateway.account(),
                    gateway.podPort(),
                    isMutual(gateway.tls()),
                    gateway.isGenerated());
        }

        static Pods of(SharedGateway gateway) {
            return new Pods(
                    ClusterParts.pods(
                            gateway.namespace(), gateway.podLabels(), gateway.namespace() + "/" + gateway.name()),
                    gateway.service(),
                    gateway.podPort(),
                    isMutual(gateway.tls()),
                    true);
        }

        static Party.Pods of(EgressGateway gateway) {
            return ClusterParts.pods(gateway.namespace(), Map.of("istio", gateway.name()), gateway.path());
        }

        private static boolean isMutual(@Nullable GatewayTls tls) {
            return tls != null && tls.mode() == GatewayTls.Mode.ISTIO_MUTUAL;
        }

        String namespace() {
            return pods.namespaces().iterator().next();
        }
    }

    /** The permissions of one mesh. */
    static List<Permission> of(MeshScope scope) {
        GatewayOpenings gateways = new GatewayOpenings(scope);
        for (Tenant tenant : scope.model().tenantsOf(scope.mesh())) {
            tenant.gateways().forEach(gateway -> gateways.own(tenant, gateway));
            tenant.sharedGateways()
                    .forEach(use -> scope.mesh()
                            .gateway(use.gateway())
                            .ifPresent(gateway -> gateways.routes(tenant, Pods.of(gateway), use.routes())));
            tenant.externals().forEach(external -> gateways.leaving(tenant, external));
        }
        scope.mesh().gateways().forEach(gateway -> gateways.exposed(Pods.of(gateway), gateway.exposure()));
        scope.clusters().servings().forEach(gateways::serves);
        return gateways.openings.all();
    }

    /** In from where the other cluster is seen, and on to the control plane, whose own TLS is none of the mesh's. */
    private void serves(Serving serving) {
        Party.Pods gateway = pods(serving.gateway());
        Party.Pods istiod = ClusterParts.pods(
                serving.mesh().controlPlane().namespace(),
                Map.of("app", "istiod"),
                "istiod of mesh " + serving.mesh().name());
        String because = "the control plane of mesh " + serving.mesh().name();
        List<Integer> ports = List.of(Outgoing.XDS, WEBHOOKS);
        openings.tcp(addresses(serving.gateway().sourceRanges()), gateway, ports, Manner.ANY, because);
        openings.tcp(new Party.Nodes("nodes"), gateway, ports, Manner.ANY, because);
        openings.tcp(gateway, istiod, ports, Manner.ANY, because);
    }

    static Party.Pods pods(ControlPlaneGateway gateway) {
        return ClusterParts.pods(
                gateway.namespace(), Map.of("istio", gateway.name()), gateway.namespace() + "/" + gateway.name());
    }

    private void own(Tenant tenant, Gateway gateway) {
        exposed(Pods.of(gateway), gateway.exposure());
        routes(tenant, Pods.of(gateway), gateway.routes());
    }

    /** A gateway asks for what its own TLS says; only where that is the mesh's does it look at identities. */
    private void exposed(Pods gateway, Exposure exposure) {
        String because = (gateway.generated() ? "clients of gateway " : EXISTING)
                + gateway.pods().title();
        List<Integer> port = List.of(gateway.port());
        Manner manner = gateway.mutual() ? Manner.PLAINTEXT : Manner.ANY;
        clients(exposure).forEach(client -> openings.tcp(client, gateway.pods(), port, manner, because));
        exposure.clients().forEach(client -> client(gateway, client, because));
    }

    private Stream<Party> clients(Exposure exposure) {
        return switch (exposure.type()) {
            case ROUTE -> isOpenShift() ? scope.parts().router().stream() : Stream.of(Party.ANYONE);
            case LOAD_BALANCER, NODE_PORT ->
                exposure.sourceRanges().isEmpty()
                        ? Stream.of(Party.ANYONE)
                        : Stream.of(addresses(exposure.sourceRanges()), new Party.Nodes("nodes"));
            case CLUSTER_IP -> Stream.of();
        };
    }

    private boolean isOpenShift() {
        return scope.parts().platform().distribution().type() == Distribution.Type.OPENSHIFT;
    }

    /** Declared workloads come by their identity, pods outside every mesh by their labels. */
    private void client(Pods gateway, GatewayClient client, String because) {
        List<Integer> port = List.of(gateway.port());
        if (client.workload() == null) {
            Party pods = ClusterParts.pods(client.namespace(), client.podSelector(), client.namespace());
            openings.tcp(pods, gateway.pods(), port, gateway.mutual() ? Manner.PLAINTEXT : Manner.ANY, because);
            return;
        }
        find(client.namespace(), client.workload())
                .ifPresent(found -> openings.tcp(
                        MeshScope.pods(found.place(), found.workload()),
                        gateway.pods(),
                        port,
                        gateway.mutual()
                                ? Manner.of(client.namespace(), found.workload().serviceAccount())
                                : Manner.ANY,
                        because));
    }

    private record Found(Place place, Workload workload) {}

    private Optional<Found> find(String namespace, String workload) {
        return scope.place(namespace).stream()
                .flatMap(place -> place.namespace().workloads().stream()
                        .filter(found -> found.name().equals(workload))
                        .map(found -> new Found(place, found)))
                .findFirst();
    }

    private void routes(Tenant tenant, Pods gateway, List<Route> routes) {
        for (Route route : routes) {
            scope.places(tenant)
                    .filter(place -> place.name().equals(route.to().namespace()))
                    .forEach(place -> place.namespace()
                            .workloads()
                            .forEach(workload -> route(gateway, place, workload, route.to())));
        }
    }

    private void route(Pods gateway, Place place, Workload workload, Route.Destination to) {
        boolean offers =
                workload.services().stream().anyMatch(service -> service.name().equals(to.service()));
        if (offers) {
            List<Integer> ports = workload.ports().stream()
                    .filter(port -> port.name().equals(to.port()))
                    .map(ServicePort::podPort)
                    .toList();
            Party backend = MeshScope.pods(place, workload);
            String because = ROUTES + gateway.pods().title();
            openings.tcp(gateway.pods(), backend, ports, Manner.of(gateway.namespace(), gateway.account()), because);
            openings.tcp(gateway.pods(), backend, plaintext(place, workload, ports), Manner.PLAINTEXT, because);
        }
    }

    /** Proxies that take plaintext from some of their clients cannot tell these from others that the network lets come. */
    private List<Integer> plaintext(Place place, Workload workload, List<Integer> ports) {
        return scope.isAmbient(place)
                ? List.of()
                : scope.plaintextPorts(place, workload).stream()
                        .filter(ports::contains)
                        .toList();
    }

    /** Whoever calls an external comes to its gateway, and that or they themselves go on to the addresses. */
    private void leaving(Tenant tenant, External external) {
        Optional<EgressGateway> through =
                Optional.ofNullable(external.via()).flatMap(via -> scope.mesh().egressGateway(via.egressGateway()));
        boolean requests = external.ports().stream().allMatch(port -> port.protocol() == External.Protocol.HTTP);
        List<Integer> port = List.of(requests ? GatewayPorts.HTTP : GatewayPorts.HTTPS);
        Party outside = addresses(external.cidrs());
        for (External.Client client : external.from()) {
            Party pods = pods(tenant, client);
            through.ifPresentOrElse(
                    gateway ->
                            openings.tcp(pods, Pods.of(gateway), port, manner(client), "external " + external.name()),
                    () -> goesOut(pods, outside, external));
        }
        through.ifPresent(gateway -> goesOut(Pods.of(gateway), outside, external));
    }

    /** The platform grants these addresses as ones outside; whether one is a node's, no document says. */
    private void goesOut(Party pods, Party outside, External external) {
        String because = "external " + external.name();
        openings.tcp(pods, outside, external.wirePorts(), Manner.ANY, because);
        openings.tcp(pods, new Party.Nodes("nodes"), external.wirePorts(), Manner.ANY, because);
    }

    private Party pods(Tenant tenant, External.Client client) {
        String workload = client.workload();
        Optional<Party> named = workload == null
                ? Optional.empty()
                : find(client.namespace(), workload)
                        .filter(found -> found.place().tenant().name().equals(tenant.name()))
                        .map(found -> MeshScope.pods(found.place(), found.workload()));
        return named.orElseGet(() -> ClusterParts.pods(client.namespace(), Map.of(), client.namespace()));
    }

    private Manner manner(External.Client client) {
        return client.workload() == null
                ? Manner.ofNamespaces(Set.of(client.namespace()))
                : find(client.namespace(), client.workload())
                        .map(found ->
                                Manner.of(client.namespace(), found.workload().serviceAccount()))
                        .orElseGet(() -> Manner.ofNamespaces(Set.of(client.namespace())));
    }

    static Party addresses(List<String> cidrs) {
        return new Party.Addresses(cidrs.stream()
                .flatMap(cidr -> AddressRange.ofCidr(cidr).stream())
                .toList());
    }
}
