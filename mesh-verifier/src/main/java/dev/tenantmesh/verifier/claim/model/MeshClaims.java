package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.ClosedClaim;
import dev.tenantmesh.verifier.claim.ClosedClaim.Side;
import dev.tenantmesh.verifier.claim.EnforcedBy;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Judgement;
import dev.tenantmesh.verifier.claim.LayerClaim;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.Permission.Manner;
import dev.tenantmesh.verifier.claim.Permissions;
import dev.tenantmesh.verifier.claim.StatedClaim;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.select.LabelSelector;
import java.util.ArrayList;
import java.util.List;

/** What holds for a mesh as a whole: its control plane, its own namespaces, and that no other mesh is part of it. */
final class MeshClaims {

    private static final int METRICS = 15_014;
    private static final int WEBHOOKS = 15_017;

    private final MeshScope scope;
    private final String name;

    private MeshClaims(MeshScope scope) {
        this.scope = scope;
        this.name = scope.mesh().name();
    }

    static List<Claim> of(MeshScope scope, MeshPermissions permitted) {
        if (!scope.model().onlyTenant().isEmpty()) {
            return List.of();
        }
        MeshClaims mesh = new MeshClaims(scope);
        List<Claim> claims = new ArrayList<>(MeshAccessClaims.of(scope));
        if (scope.mesh().controlPlane().isGenerated()) {
            claims.add(mesh.controlPlane());
            claims.add(mesh.separate());
            claims.addAll(ZtunnelClaims.of(scope));
        }
        if (!scope.ownNamespaces().isEmpty()) {
            claims.add(mesh.ownNamespaces(permitted));
            claims.add(mesh.contained("gateways-contained", permitted));
            claims.add(new LayerClaim(mesh.contained("gateways-contained-by-network", permitted), EnforcedBy.EGRESS));
            claims.add(new LayerClaim(mesh.byNetwork(permitted), EnforcedBy.INGRESS));
            claims.add(new LayerClaim(mesh.byProxies(permitted), EnforcedBy.MESH));
            claims.addAll(NamespaceClaims.ofGateways(scope));
        }
        return claims;
    }

    private Origin origin() {
        return scope.model().origins().of(scope.mesh(), "name");
    }

    /** I13. */
    private Claim controlPlane() {
        Openings openings = new Openings();
        String clients = switch (scope.clusters().role()) {
            case PRIMARY -> {
                scope.proxied()
                        .forEach(proxied ->
                                openings.tcp(proxied, scope.istiod(), List.of(Outgoing.XDS), Manner.ANY, "members"));
                if (scope.hasAmbient()) {
                    openings.tcp(
                            scope.ztunnel(), scope.istiod(), List.of(Outgoing.XDS), Manner.ANY, "proxies of nodes");
                }
                openings.tcp(scope.parts().webhooks(), scope.istiod(), List.of(WEBHOOKS), Manner.PLAINTEXT, "webhooks");
                before(openings);
                yield "its members on 15012, webhook calls on 15017"
                        + (scope.clusters().servesOthers() ? ", the gateway before it on both" : "");
            }
            case CONTROL -> {
                before(openings);
                yield "the gateway before it on 15012 and 15017";
            }
            case REMOTE, NONE -> "nobody here";
        };
        scope.parts()
                .monitoring()
                .ifPresent(scrapers ->
                        openings.tcp(scrapers, scope.istiod(), List.of(METRICS), Manner.PLAINTEXT, "monitoring"));
        return new ClosedClaim(
                "control-plane-closed/" + name,
                "The control plane of mesh " + name + " serves " + clients
                        + " and monitoring on 15014, and nobody else.",
                origin(),
                scope.controlPlane(),
                Side.IN,
                Permissions.of(openings.all()));
    }

    /** The gateway by which other clusters come. */
    private void before(Openings openings) {
        if (scope.clusters().servesOthers()) {
            scope.clusters()
                    .controlPlaneGateway()
                    .ifPresent(gateway -> openings.tcp(
                            GatewayOpenings.pods(gateway),
                            scope.istiod(),
                            List.of(Outgoing.XDS, WEBHOOKS),
                            Manner.ANY,
                            "the gateway before it"));
        }
    }

    private Claim ownNamespaces(MeshPermissions permitted) {
        return new ClosedClaim(
                "gateways-closed/" + name,
                "Nobody reaches the namespaces of mesh " + name + "'s own gateways but their clients.",
                origin(),
                gateways(),
                Side.IN,
                permitted.incoming());
    }

    private Party.Pods gateways() {
        return new Party.Pods(scope.ownNamespaces(), LabelSelector.EVERYTHING, "the gateways of mesh " + name);
    }

    private Claim byProxies(MeshPermissions permitted) {
        return new ClosedClaim(
                "gateways-closed-by-mesh/" + name,
                "Proxies alone let nobody to the gateways of mesh " + name + " but the identities of their clients, and"
                        + " whoever their own TLS lets in.",
                origin(),
                gateways(),
                Side.IN,
                permitted.byProxies().and(WiderPermissions.pastProxies(gateways())));
    }

    private Claim byNetwork(MeshPermissions permitted) {
        return new ClosedClaim(
                "gateways-closed-by-network/" + name,
                "NetworkPolicies alone let nobody to the gateways of mesh " + name + " but their clients.",
                origin(),
                gateways(),
                Side.IN,
                permitted.byNetwork());
    }

    /** Whoever holds the platform's gateways goes where their routes and externals lead. */
    private Claim contained(String intent, MeshPermissions permitted) {
        return new ClosedClaim(
                intent + "/" + name,
                "The gateways of mesh " + name
                        + " can open nothing but cluster DNS, their control plane, the backends of"
                        + " their routes and the externals that go through them.",
                origin(),
                gateways(),
                Side.OUT,
                permitted.leaving());
    }

    /** I14: that no connection crosses is a claim about each tenant; here it is about whose identities count. */
    private Claim separate() {
        return new StatedClaim(
                "mesh-separate/" + name,
                "Identities of other meshes do not count in mesh " + name + ".",
                origin(),
                this::separate);
    }

    private Judgement separate(Evidence evidence) {
        List<MeshSettings> meshes = evidence.verifier().policies().meshes();
        List<MeshSettings> own = meshes.stream()
                .filter(mesh ->
                        mesh.namespace().equals(scope.mesh().controlPlane().namespace()))
                .toList();
        if (own.isEmpty()) {
            return Judgement.unknown(List.of(
                    "No manifest makes the control plane of mesh " + name + ", so whom it trusts is not known."));
        }
        List<String> shared = own.stream()
                .flatMap(mesh -> meshes.stream()
                        .filter(other -> !other.namespace().equals(mesh.namespace()))
                        .filter(other -> mesh.trusts(other.trustDomain()))
                        .map(other -> "Mesh " + mesh.name() + " trusts " + other.trustDomain()
                                + ", the trust domain of mesh " + other.name() + "."))
                .toList();
        List<String> foreign = own.stream()
                .filter(mesh -> !mesh.trustDomain().equals(scope.mesh().trustDomain()))
                .map(mesh -> "The control plane has trust domain " + mesh.trustDomain() + ", not "
                        + scope.mesh().trustDomain() + ".")
                .toList();
        List<String> reasons = new ArrayList<>(shared);
        reasons.addAll(foreign);
        own.forEach(
                mesh -> mesh.aliases().forEach(alias -> reasons.add("Trust domain " + alias + " counts as its own.")));
        return Judgement.broken(reasons);
    }
}
