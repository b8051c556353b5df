package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.mesh.MtlsMigration;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.OpenClaim;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.Permission;
import dev.tenantmesh.verifier.claim.Permission.Manner;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a mesh on its way to mutual TLS promises while it is: clients that are permitted get through without an identity
 * in namespaces that are not locked, and what that loosens is said wherever something is claimed of plaintext.
 *
 * @param scope the mesh
 * @param stage how far it has come; empty: all the way
 */
record Migration(MeshScope scope, Optional<MtlsMigration> stage) {

    static Migration of(MeshScope scope) {
        return new Migration(scope, scope.mesh().migration());
    }

    /** What is not locked among some namespaces, as the end of a sentence; empty if everything is. */
    String exceptions(Stream<Place> places) {
        List<String> open =
                places.filter(this::isOpen).map(Place::name).sorted().toList();
        return open.isEmpty()
                ? ""
                : ", and while the mesh is on its way to mutual TLS by permitted clients of " + String.join(", ", open);
    }

    /** What a reader of a proof has to know of it. */
    Optional<String> sentence() {
        return stage.map(way -> "Mesh " + scope.mesh().name() + " is on its way to mutual TLS: until " + way.expires()
                + " these namespaces still take plaintext, which NetworkPolicies alone bound: "
                + scope.places().stream()
                        .filter(this::isOpen)
                        .map(Place::name)
                        .sorted()
                        .collect(Collectors.joining(", "))
                + " (" + way.owner() + ": " + way.reason() + ").");
    }

    private boolean isOpen(Place place) {
        return scope.settings().isMigrating(place.namespace())
                && (scope.admitsPlaintext(place)
                        || place.namespace().workloads().stream()
                                .anyMatch(workload ->
                                        !scope.plaintextPorts(place, workload).isEmpty()));
    }

    /** That nobody who is permitted breaks before the namespace is locked. */
    List<Claim> claims(List<Permission> incoming) {
        Set<String> open = scope.places().stream()
                .filter(this::isOpen)
                .filter(place -> scope.model().renders(place.tenant()))
                .map(Place::name)
                .collect(Collectors.toCollection(TreeSet::new));
        List<Claim> claims = new ArrayList<>();
        Set<String> known = new TreeSet<>();
        incoming.stream()
                .filter(permission -> permission.manner().plaintext() && isAmong(permission.to(), open))
                .filter(permission -> isAmong(permission.from(), scope.members().namespaces()))
                .filter(permission -> !permission.because().startsWith(GatewayOpenings.ROUTES))
                .forEach(permission -> permission.ports().forEach(ports -> {
                    Claim claim = claim(permission, ports);
                    if (known.add(claim.id())) {
                        claims.add(claim);
                    }
                }));
        return claims;
    }

    private static boolean isAmong(Party party, Set<String> namespaces) {
        return party instanceof Party.Pods pods && namespaces.containsAll(pods.namespaces());
    }

    private Claim claim(Permission permission, PortRange ports) {
        String from = permission.from().title();
        String to = permission.to().title();
        return new OpenClaim(
                "works-without-identity/" + from + "/" + to + "/" + ports,
                from + " still reaches " + to + " on " + ports + " in plaintext, as "
                        + scope.mesh().name() + " is on its way to mutual TLS.",
                scope.model().origins().of(scope.mesh(), "mtls"),
                new Permission(
                        permission.from(), permission.to(), List.of(ports), Manner.PLAINTEXT, permission.because()),
                Truth.YES,
                true);
    }
}
