package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.tenant.Gateway;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Judgement;
import dev.tenantmesh.verifier.claim.StatedClaim;
import dev.tenantmesh.verifier.reach.forward.BindSet;
import dev.tenantmesh.verifier.reach.forward.Listener;
import dev.tenantmesh.verifier.reach.forward.Relay;
import dev.tenantmesh.verifier.reach.hijack.Hijack;
import dev.tenantmesh.verifier.reach.mesh.Enrollment;
import dev.tenantmesh.verifier.reach.mesh.MeshLayer;
import dev.tenantmesh.verifier.select.HostPattern;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** That what is sent to a tenant gets there, and through its proxies: hosts are its own, and pods have proxies. */
final class TrafficClaims {

    private final MeshScope scope;
    private final Tenant tenant;
    private final Set<String> own;

    private TrafficClaims(MeshScope scope, Tenant tenant) {
        this.scope = scope;
        this.tenant = tenant;
        this.own = MeshScope.everyPod(tenant).namespaces();
    }

    static List<Claim> of(MeshScope scope, Tenant tenant) {
        TrafficClaims traffic = new TrafficClaims(scope, tenant);
        List<Claim> claims = new ArrayList<>();
        claims.add(traffic.captured());
        if (!traffic.serviceHosts().isEmpty()) {
            claims.add(traffic.integrity());
        }
        tenant.gateways().stream().filter(Gateway::isGenerated).forEach(gateway -> {
            claims.add(traffic.hosts(gateway));
            claims.add(traffic.bound(gateway));
        });
        return claims;
    }

    private Origin origin() {
        return scope.model().origins().of(tenant, "name");
    }

    /** I17. */
    private Claim captured() {
        return new StatedClaim(
                "captured/" + tenant.name(),
                "Every pod of tenant " + tenant.name() + " that does not opt out has a proxy of mesh "
                        + scope.mesh().name() + " in front of it.",
                origin(),
                this::captured);
    }

    private Judgement captured(Evidence evidence) {
        MeshLayer mesh = evidence.proxies();
        List<String> reasons = new ArrayList<>();
        for (String name : own) {
            Optional<Namespace> home = evidence.verifier().world().namespace(name);
            if (home.isEmpty()) {
                reasons.add("No manifest speaks of namespace " + name + ".");
                continue;
            }
            Stream.concat(evidence.declaredIn(name), Stream.of(evidence.typical(home.get())))
                    .forEach(pod -> {
                        Enrollment enrollment = mesh.enrollment(pod);
                        boolean ours = enrollment
                                .mesh()
                                .filter(joined -> joined.namespace()
                                        .equals(scope.mesh().controlPlane().namespace()))
                                .isPresent();
                        if (!ours) {
                            reasons.add(pod.id() + " has no proxy of the mesh: " + enrollment.because() + ".");
                        } else if (!isWanted(enrollment.plane(), name)) {
                            reasons.add(pod.id() + " has a proxy of another kind: " + enrollment.because() + ".");
                        }
                    });
        }
        return Judgement.broken(reasons);
    }

    private boolean isWanted(Enrollment.DataPlane plane, String namespace) {
        boolean ambient = scope.places(tenant)
                .filter(place -> place.name().equals(namespace))
                .anyMatch(scope::isAmbient);
        return plane == Enrollment.DataPlane.GATEWAY || (plane == Enrollment.DataPlane.AMBIENT) == ambient;
    }

    private Set<String> serviceHosts() {
        Set<String> hosts = new TreeSet<>();
        tenant.namespaces()
                .forEach(namespace -> namespace
                        .workloads()
                        .forEach(workload -> workload.services()
                                .forEach(service -> hosts.add(scope.parts()
                                        .platform()
                                        .network()
                                        .serviceHost(service.name(), namespace.name())))));
        return hosts;
    }

    /** I12; what the platform says in its own namespaces is trusted. */
    private Claim integrity() {
        return new StatedClaim(
                "traffic-own/" + tenant.name(),
                "No object of another tenant decides what becomes of connections to Services of tenant " + tenant.name()
                        + ".",
                origin(),
                this::integrity);
    }

    private Judgement integrity(Evidence evidence) {
        Set<String> trusted = new TreeSet<>(own);
        trusted.addAll(scope.ownNamespaces());
        trusted.add(scope.mesh().controlPlane().namespace());
        List<Hijack> found = serviceHosts().stream()
                .flatMap(host -> evidence.hijacks().of(host, trusted).stream())
                .toList();
        List<String> certain = found.stream()
                .filter(hijack -> hijack.certainty().isCertain())
                .map(TrafficClaims::sentence)
                .toList();
        return certain.isEmpty()
                ? Judgement.unknown(found.stream().map(TrafficClaims::sentence).toList())
                : Judgement.broken(certain);
    }

    private static String sentence(Hijack hijack) {
        return hijack.object() + " has a say in " + hijack.host() + ": " + hijack.because() + ".";
    }

    /** I10. */
    private Claim hosts(Gateway gateway) {
        return new StatedClaim(
                "hosts-own/" + gateway.namespace() + "/" + gateway.name(),
                "Nothing but gateway " + gateway.namespace() + "/" + gateway.name() + " serves "
                        + String.join(", ", gateway.hosts()) + ".",
                scope.model().origins().of(gateway, "name"),
                evidence -> hosts(evidence, gateway));
    }

    /** A gateway of the tenant itself may listen for every host of its namespace, where the router decides by host. */
    private Judgement hosts(Evidence evidence, Gateway gateway) {
        List<Listener> listeners = evidence.relays().listeners();
        List<String> foreign = listeners.stream()
                .filter(listener ->
                        !own.contains(listener.relay().pod().namespace().name()))
                .filter(listener -> listener.relay().kind() == Relay.Kind.GATEWAY)
                .filter(listener -> listener.relay().known().isCertain())
                .filter(listener -> gateway.hosts().stream().anyMatch(host -> serves(listener, host)))
                .map(listener -> listener.relay().id() + " serves it, too (" + listener.origin() + ").")
                .toList();
        boolean served = gateway.hosts().stream()
                .allMatch(host -> listeners.stream()
                        .anyMatch(listener -> isOf(listener.relay().pod(), gateway) && serves(listener, host)));
        return !foreign.isEmpty()
                ? Judgement.broken(foreign)
                : served || gateway.hosts().isEmpty()
                        ? Judgement.holds()
                        : Judgement.broken(List.of("Gateway " + gateway.namespace() + "/" + gateway.name()
                                + " does not listen for all of them."));
    }

    /** I11; that others may write Gateways for its pods is no matter of manifests. */
    private Claim bound(Gateway gateway) {
        return new StatedClaim(
                "gateway-own/" + gateway.namespace() + "/" + gateway.name(),
                "Only routes of tenant " + tenant.name() + " bind at gateway " + gateway.namespace() + "/"
                        + gateway.name() + ".",
                scope.model().origins().of(gateway, "name"),
                evidence -> bound(evidence, gateway));
    }

    private Judgement bound(Evidence evidence, Gateway gateway) {
        List<String> reasons = evidence.relays().bindSets().stream()
                .filter(bind ->
                        bind.by() == BindSet.By.ROUTE && isOf(bind.relay().pod(), gateway))
                .flatMap(bind -> evidence.verifier().world().namespaces().values().stream()
                        .filter(namespace -> !own.contains(namespace.name()) && bind.admits(namespace))
                        .map(namespace -> "A route in namespace " + namespace.name() + " binds host " + bind.host()
                                + " (" + bind.origin() + ")."))
                .distinct()
                .toList();
        return Judgement.broken(reasons);
    }

    private static boolean isOf(Pod pod, Gateway gateway) {
        return pod.namespace().name().equals(gateway.namespace())
                && pod.labels()
                        .entrySet()
                        .containsAll(Map.copyOf(gateway.podLabels()).entrySet());
    }

    private static boolean serves(Listener listener, String host) {
        return listener.hosts().stream()
                .anyMatch(pattern -> HostPattern.written(pattern, "").covers(host));
    }
}
