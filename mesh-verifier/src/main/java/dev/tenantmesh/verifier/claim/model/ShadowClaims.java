package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.ClosedClaim;
import dev.tenantmesh.verifier.claim.ClosedClaim.Side;
import dev.tenantmesh.verifier.claim.EnforcedBy;
import dev.tenantmesh.verifier.claim.OpenClaim;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.Permission;
import dev.tenantmesh.verifier.claim.Permission.Manner;
import dev.tenantmesh.verifier.claim.StatedClaim;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a namespace that is in shadow promises: nothing is refused there, and what proxies write down is what they will
 * refuse. The policies that are tried are asked as if they were carried out: they would let in whom the documents let in,
 * and nobody else. That others stay closed is for the claims about them.
 *
 * @param scope the mesh
 * @param tenant whose namespaces
 * @param permitted what is permitted, once they are enforced
 */
record ShadowClaims(MeshScope scope, Tenant tenant, MeshPermissions permitted) {

    /** Ports that no proxy keeps for itself. */
    private static final PortRange APPLICATIONS = new PortRange(Port.Protocol.TCP, 1, 14_999);

    List<Claim> all() {
        return scope.places(tenant)
                .filter(scope::isShadow)
                .flatMap(place -> Stream.concat(Stream.concat(open(place), Stream.of(closed(place))), works(place)))
                .toList();
    }

    /** What a reader of a proof has to know of it. */
    static Optional<String> sentence(MeshScope scope) {
        String listed = scope.places().stream()
                .filter(place -> scope.isShadow(place) && scope.model().renders(place.tenant()))
                .map(Place::name)
                .sorted()
                .collect(Collectors.joining(", "));
        return scope.shadow()
                .filter(shadow -> !listed.isEmpty())
                .map(shadow -> "In mesh " + scope.mesh().name() + " nothing is refused in these namespaces until "
                        + shadow.expires() + ", their policies are only tried: " + listed + " (" + shadow.owner() + ": "
                        + shadow.reason() + ").");
    }

    /** Nothing is refused, in either direction. */
    private Stream<Claim> open(Place place) {
        Party outside = new Party.Addresses(List.of(AddressRange.all(4)));
        return parties(place)
                .flatMap(pods -> Stream.of(
                        passes(place, "shadow-open", outside, pods.party(), pods.ports()),
                        passes(place, "shadow-leaves", pods.party(), outside, List.of(APPLICATIONS))));
    }

    private Claim passes(Place place, String intent, Party from, Party to, List<PortRange> ports) {
        Party.Pods pods = (Party.Pods) (from instanceof Party.Pods ? from : to);
        boolean in = pods == to;
        return new OpenClaim(
                intent + "/" + pods.title(),
                (in ? "Anybody reaches " + pods.title() : pods.title() + " reaches anybody who lets it in")
                        + ", also in plaintext: namespace " + place.name() + " is in shadow.",
                origin(),
                new Permission(from, to, ports, Manner.PLAINTEXT, "in shadow"),
                Truth.YES);
    }

    /** Pods, and ports of theirs. */
    private record Pods(Party.Pods party, List<PortRange> ports) {}

    /** Gateways listen on their own port only. */
    private Stream<Pods> parties(Place place) {
        List<Pods> gateways = tenant.gateways().stream()
                .filter(gateway -> gateway.namespace().equals(place.name()) && gateway.isGenerated())
                .map(GatewayOpenings.Pods::of)
                .map(gateway -> new Pods(gateway.pods(), Openings.tcp(List.of(gateway.port()))))
                .toList();
        Stream<Pods> workloads = place.namespace().workloads().stream()
                .map(workload -> new Pods(MeshScope.pods(place, workload), ports(MeshScope.ports(workload))));
        Stream<Pods> others =
                gateways.isEmpty() ? Stream.of(new Pods(place.everyPod(), List.of(APPLICATIONS))) : Stream.of();
        return Stream.of(others, workloads, gateways.stream()).flatMap(pods -> pods);
    }

    private static List<PortRange> ports(List<Integer> declared) {
        List<PortRange> own = Openings.tcp(declared);
        List<PortRange> all = new ArrayList<>(own);
        List<PortRange> others = List.of(APPLICATIONS);
        for (PortRange known : own) {
            others = others.stream()
                    .flatMap(range -> range.without(known).stream())
                    .toList();
        }
        all.addAll(others);
        return all;
    }

    /** What is tried would let in nobody else. */
    private Claim closed(Place place) {
        ClosedClaim claim = new ClosedClaim(
                "shadow-tried/" + place.name(),
                "Carried out, the policies that are tried in namespace " + place.name()
                        + " would let in nobody but the identities, and to those ports, that the documents say.",
                origin(),
                place.everyPod(),
                Side.IN,
                permitted
                        .byProxies()
                        .and(WiderPermissions.pastProxies(place.everyPod()))
                        .and(WiderPermissions.leftToTheNetwork(scope, place)));
        return new StatedClaim(
                claim.id(),
                claim.sentence(),
                claim.origin(),
                evidence -> claim.judge(evidence.enforcing(Set.of(place.name())).only(EnforcedBy.MESH)));
    }

    /** What is tried would let in whom the documents let in. */
    private Stream<Claim> works(Place place) {
        List<Claim> claims = new ArrayList<>();
        Set<String> known = new TreeSet<>();
        permitted
                .incoming()
                .to(Set.of(place.name()))
                .filter(permission -> permission.to() instanceof Party.Pods pods
                        && pods.namespaces().equals(Set.of(place.name()))
                        && permission.from() instanceof Party.Pods from
                        && scope.members().namespaces().containsAll(from.namespaces()))
                .forEach(permission -> permission.ports().stream()
                        .filter(ports -> ports.first() == ports.last())
                        .map(ports -> works(place, permission, ports))
                        .filter(claim -> known.add(claim.id()))
                        .forEach(claims::add));
        return claims.stream();
    }

    private Claim works(Place place, Permission permission, PortRange ports) {
        String ends = permission.from().title() + "/" + permission.to().title() + "/" + ports;
        OpenClaim claim = new OpenClaim(
                "shadow-works/" + ends,
                "Carried out, the policies that are tried in namespace " + place.name() + " would let "
                        + permission.from().title() + " to " + permission.to().title() + " on " + ports + ".",
                origin(),
                new Permission(
                        permission.from(), permission.to(), List.of(ports), permission.manner(), permission.because()),
                Truth.YES,
                true);
        return new StatedClaim(
                claim.id(),
                claim.sentence(),
                claim.origin(),
                evidence -> claim.judge(evidence.enforcing(Set.of(place.name()))));
    }

    private Origin origin() {
        return scope.model().origins().of(scope.mesh(), "shadow");
    }
}
