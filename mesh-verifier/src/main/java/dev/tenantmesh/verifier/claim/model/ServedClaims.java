package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.gateway.Exposure;
import dev.tenantmesh.model.gateway.GatewayTls;
import dev.tenantmesh.model.gateway.Route;
import dev.tenantmesh.model.mesh.AllowedTenant;
import dev.tenantmesh.model.mesh.SharedGateway;
import dev.tenantmesh.model.platform.Distribution;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.tenant.Gateway;
import dev.tenantmesh.model.tenant.SharedGatewayUse;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.Workload;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Judgement;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.StatedClaim;
import dev.tenantmesh.verifier.reach.forward.BindSet;
import dev.tenantmesh.verifier.reach.forward.Listener.Carries;
import dev.tenantmesh.verifier.reach.forward.Relay;
import dev.tenantmesh.verifier.reach.relay.RelayedConnection;
import dev.tenantmesh.verifier.reach.relay.Relays;
import dev.tenantmesh.verifier.select.HostPattern;
import dev.tenantmesh.verifier.world.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** That what a gateway serves gets to the workloads of its routes, and from there nowhere else. */
final class ServedClaims {

    private final MeshScope scope;
    private final Tenant tenant;

    private ServedClaims(MeshScope scope, Tenant tenant) {
        this.scope = scope;
        this.tenant = tenant;
    }

    /**
     * What a tenant serves at one gateway.
     *
     * @param gateway the gateway's pods
     * @param router where TLS ends if the router leads there; empty if it does not
     * @param tls the mode in which the gateway ends TLS; empty for none
     * @param hosts for which hosts
     * @param routes where requests go
     */
    private record Served(
            GatewayOpenings.Pods gateway,
            Optional<Exposure.Termination> router,
            String tls,
            List<String> hosts,
            List<Route> routes) {

        /** Whether a way comes through the gateway, and where the router leads there, through that before. */
        boolean isWay(RelayedConnection connection) {
            List<Endpoint> through = connection.through();
            return !through.isEmpty()
                    && gateway.pods().includes(through.get(through.size() - 1))
                    && (router.isEmpty() || through.size() > 1);
        }
    }

    static List<Claim> of(MeshScope scope, Tenant tenant) {
        ServedClaims served = new ServedClaims(scope, tenant);
        List<Claim> claims = new ArrayList<>();
        tenant.gateways().stream()
                .filter(Gateway::isGenerated)
                .filter(gateway -> served.hasClients(gateway.exposure()))
                .forEach(gateway -> claims.addAll(served.claims(
                        served.of(gateway), scope.model().origins().of(gateway, "routes"))));
        tenant.sharedGateways().forEach(use -> served.shared(use).forEach(claims::add));
        tenant.sharedGateways().forEach(use -> served.bound(use).forEach(claims::add));
        served.granted().forEach(claims::add);
        return claims;
    }

    /** Of several clusters one may have the gateway and another its clients, and then nobody comes. */
    private boolean hasClients(Exposure exposure) {
        return exposure.clients().isEmpty()
                || exposure.clients().stream()
                        .anyMatch(client -> client.workload() == null
                                || scope.place(client.namespace()).isPresent());
    }

    private Served of(Gateway gateway) {
        return new Served(
                GatewayOpenings.Pods.of(gateway),
                router(gateway.exposure()),
                mode(gateway.tls()),
                gateway.hosts(),
                gateway.routes());
    }

    private static String mode(@Nullable GatewayTls tls) {
        return tls == null ? "" : tls.mode().name();
    }

    private Optional<Exposure.Termination> router(Exposure exposure) {
        return exposure.type() == Exposure.Type.ROUTE
                        && scope.parts().platform().distribution().type() == Distribution.Type.OPENSHIFT
                ? Optional.of(exposure.terminates())
                : Optional.empty();
    }

    private Stream<Claim> shared(SharedGatewayUse use) {
        return scope
                .mesh()
                .gateway(use.gateway())
                .filter(gateway -> hasClients(gateway.exposure()))
                .map(gateway -> new Served(
                        GatewayOpenings.Pods.of(gateway),
                        router(gateway.exposure()),
                        mode(gateway.allowed(tenant.name())
                                .map(AllowedTenant::tls)
                                .orElse(gateway.tls())),
                        use.hosts(),
                        use.routes()))
                .stream()
                .flatMap(served -> claims(served, scope.model().origins().of(use, "routes")).stream());
    }

    private List<Claim> claims(Served served, Origin origin) {
        return served.hosts().stream()
                .filter(host -> !served.routes().isEmpty())
                .<Claim>map(host -> new StatedClaim(
                        "serves/" + served.gateway().pods().title() + "/" + host,
                        "Gateway " + served.gateway().pods().title() + " leads requests for " + host
                                + " to the workloads of its routes, and to no others.",
                        origin,
                        evidence -> judge(evidence, served, host)))
                .toList();
    }

    /** Of Istio's own API, a root in the gateway's namespace hands a host on, which other claims are about. */
    private Stream<Claim> bound(SharedGatewayUse use) {
        return scope.mesh().gateway(use.gateway()).filter(SharedGateway::isOfGatewayApi).stream()
                .flatMap(gateway -> use.hosts().stream()
                        .map(host -> new StatedClaim(
                                "binds/" + gateway.namespace() + "/" + gateway.name() + "/" + host,
                                "Only routes of namespace " + home(gateway, use) + " bind " + host + " at gateway "
                                        + gateway.namespace() + "/" + gateway.name() + ".",
                                scope.model().origins().of(use, "hosts"),
                                evidence -> bound(evidence, gateway, use, host))));
    }

    /** A grant is needed by routes of the Gateway API only, and of a tenant without any there is none. */
    private Stream<Claim> granted() {
        Set<String> homes = new TreeSet<>();
        tenant.gateways().stream().filter(Gateway::isOfGatewayApi).forEach(gateway -> homes.add(gateway.namespace()));
        tenant.sharedGateways()
                .forEach(use -> scope.mesh().gateway(use.gateway()).filter(SharedGateway::isOfGatewayApi).stream()
                        .forEach(gateway -> homes.add(home(gateway, use))));
        return homes.isEmpty()
                ? Stream.of()
                : Stream.of(new StatedClaim(
                        "granted/" + tenant.name(),
                        "References from other namespaces to tenant " + tenant.name()
                                + "'s own are granted to its routes," + " and to Services that are named.",
                        scope.model().origins().of(tenant, "name"),
                        evidence -> granted(evidence, homes)));
    }

    private Judgement granted(Evidence evidence, Set<String> homes) {
        Set<String> own = scope.places(tenant).map(Place::name).collect(Collectors.toSet());
        return Judgement.broken(evidence.verifier().policies().routing().grants().stream()
                .filter(grant -> own.contains(grant.namespace()))
                .filter(grant -> !grant.from().stream().allMatch(from -> homes.contains(from.namespace()))
                        || !grant.to().stream()
                                .allMatch(to -> to.kind().equals("Service")
                                        && !to.name().isEmpty()))
                .map(grant -> "A ReferenceGrant in namespace " + grant.namespace() + " lets more in: " + grant.from()
                        + " to " + grant.to() + ".")
                .toList());
    }

    private static String home(SharedGateway gateway, SharedGatewayUse use) {
        return use.namespace() == null ? gateway.namespace() : use.namespace();
    }

    private Judgement bound(Evidence evidence, SharedGateway gateway, SharedGatewayUse use, String host) {
        String home = home(gateway, use);
        return Judgement.broken(evidence.relays().bindSets().stream()
                .filter(bind -> bind.by() == BindSet.By.ROUTE
                        && GatewayOpenings.Pods.of(gateway)
                                .pods()
                                .includes(bind.relay().pod())
                        && HostPattern.written(bind.host(), "").covers(host))
                .flatMap(bind -> evidence.verifier().world().namespaces().values().stream()
                        .filter(namespace -> !namespace.name().equals(home) && bind.admits(namespace))
                        .map(namespace -> "A route in namespace " + namespace.name() + " binds " + bind.host() + " ("
                                + bind.origin() + ")."))
                .distinct()
                .toList());
    }

    private Judgement judge(Evidence evidence, Served served, String host) {
        List<RelayedConnection> found = evidence.relayed().stream()
                .filter(served::isWay)
                .filter(connection -> isAbout(connection.hosts(), host) && isEnforced(connection.destination()))
                .toList();
        List<String> reasons = new ArrayList<>();
        if (served.router().isPresent() && !isLedByRouter(evidence.relays(), served, host)) {
            reasons.add("The router leads no request for " + host + " to "
                    + served.gateway().pods().title() + " as it should.");
        }
        evidence.relays().listeners().stream()
                .filter(listener ->
                        served.gateway().pods().includes(listener.relay().pod()))
                .filter(listener ->
                        isAbout(listener.hosts(), host) && !listener.tls().equals(served.tls()))
                .map(listener -> listener.name() + " takes " + host + " with TLS mode '" + listener.tls() + "', not '"
                        + served.tls() + "'.")
                .forEach(reasons::add);
        for (Route route : served.routes()) {
            for (Party backend : backends(route)) {
                if (found.stream().noneMatch(connection -> backend.includes(connection.destination()))) {
                    reasons.add("No request for " + host + " gets to " + backend.title() + ".");
                }
            }
        }
        List<Party> wanted = served.routes().stream()
                .flatMap(route -> backends(route).stream())
                .toList();
        found.stream()
                .filter(connection -> wanted.stream().noneMatch(party -> party.includes(connection.destination())))
                .map(connection -> "Requests for " + host + " also get to "
                        + connection.destination().id() + ".")
                .distinct()
                .forEach(reasons::add);
        return Judgement.broken(reasons);
    }

    /** Whether a route of the router is about the host, ends TLS where it should, and leads to the gateway. */
    private static boolean isLedByRouter(Relays relays, Served served, String host) {
        boolean through =
                served.router().filter(Exposure.Termination.PASSTHROUGH::equals).isPresent();
        return relays.listeners().stream()
                .filter(listener -> listener.relay().kind() == Relay.Kind.ROUTER)
                .filter(listener -> !listener.tls().isEmpty() && (listener.carries() == Carries.TLS) == through)
                .flatMap(listener -> relays.forwards(listener).stream())
                .filter(forward -> isAbout(forward.hosts(), host))
                .filter(forward -> forward.backend().certain().isCertain())
                .anyMatch(forward -> forward.backend().known().stream()
                        .anyMatch(served.gateway().pods()::includes));
    }

    private static boolean isAbout(List<String> hosts, String host) {
        return hosts.stream().anyMatch(asked -> HostPattern.written(asked, "").covers(host));
    }

    private List<Party> backends(Route route) {
        return scope.places(tenant)
                .filter(place -> place.name().equals(route.to().namespace()) && !scope.isShadow(place))
                .flatMap(place -> place.namespace().workloads().stream()
                        .filter(workload -> offers(workload, route))
                        .map(workload -> backend(place, workload)))
                .toList();
    }

    private static Party backend(Place place, Workload workload) {
        return MeshScope.pods(place, workload);
    }

    /** Where nothing is enforced everybody gets to every pod without a gateway, so that no way through one is told. */
    private boolean isEnforced(Endpoint destination) {
        return scope.places().stream()
                .filter(scope::isShadow)
                .noneMatch(place -> place.everyPod().includes(destination));
    }

    private static boolean offers(Workload workload, Route route) {
        return workload.services().stream()
                .anyMatch(service -> service.name().equals(route.to().service()));
    }
}
