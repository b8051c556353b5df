package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.ClosedClaim;
import dev.tenantmesh.verifier.claim.ClosedClaim.Side;
import dev.tenantmesh.verifier.claim.EnforcedBy;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Judgement;
import dev.tenantmesh.verifier.claim.LayerClaim;
import dev.tenantmesh.verifier.claim.OpenClaim;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.Permission;
import dev.tenantmesh.verifier.claim.Permission.Manner;
import dev.tenantmesh.verifier.claim.Permissions;
import dev.tenantmesh.verifier.claim.StatedClaim;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What holds for the proxies of nodes themselves: they have certificates for every pod of their node. */
final class ZtunnelClaims {

    private static final int METRICS = 15_020;

    private final MeshScope scope;
    private final String name;

    private ZtunnelClaims(MeshScope scope) {
        this.scope = scope;
        this.name = scope.mesh().name();
    }

    /** None where no pods need them, or somebody else makes them. */
    static List<Claim> of(MeshScope scope) {
        boolean made = scope.hasAmbient()
                && scope.mesh().controlPlane().isGenerated()
                && scope.model().onlyTenant().isEmpty();
        return made ? new ZtunnelClaims(scope).all() : List.of();
    }

    private List<Claim> all() {
        List<Claim> claims = new ArrayList<>(List.of(
                trusted(),
                closed(),
                contained("ztunnel-contained"),
                new LayerClaim(contained("ztunnel-contained-by-network"), EnforcedBy.EGRESS)));
        claims.add(works("names", dns()));
        claims.add(works("configuration", permission(scope.ztunnel(), scope.istiod(), Outgoing.XDS, Manner.ANY)));
        scope.parts()
                .monitoring()
                .ifPresent(scrapers ->
                        claims.add(works("metrics", permission(scrapers, scope.ztunnel(), METRICS, Manner.PLAINTEXT))));
        return claims;
    }

    private Origin origin() {
        return scope.model().origins().of(scope.mesh(), "name");
    }

    private static Permission permission(Party from, Party to, int port, Manner manner) {
        return new Permission(from, to, Openings.tcp(List.of(port)), manner, "proxies of nodes");
    }

    private Claim works(String what, Permission permission) {
        return new OpenClaim(
                "works-ztunnel/" + name + "/" + what,
                permission.from().title() + " reaches " + permission.to().title() + " on " + permission.ports() + ".",
                origin(),
                permission,
                Truth.YES);
    }

    private Claim closed() {
        List<Permission> permitted = new ArrayList<>();
        scope.parts()
                .monitoring()
                .ifPresent(scrapers -> permitted.add(permission(scrapers, scope.ztunnel(), METRICS, Manner.PLAINTEXT)));
        return new ClosedClaim(
                "ztunnel-closed/" + name,
                "Nobody reaches the proxies of nodes in their own network but monitoring.",
                origin(),
                scope.everyZtunnel(),
                Side.IN,
                Permissions.of(permitted));
    }

    private Claim contained(String intent) {
        List<Permission> permitted = new ArrayList<>();
        permitted.add(permission(scope.ztunnel(), scope.istiod(), Outgoing.XDS, Manner.ANY));
        permitted.add(dns());
        return new ClosedClaim(
                intent + "/" + name,
                "The proxies of nodes open nothing in their own network but cluster DNS and their control plane.",
                origin(),
                scope.everyZtunnel(),
                Side.OUT,
                Permissions.of(permitted));
    }

    private Permission dns() {
        Port dns = Port.tcp(scope.parts().dnsPort());
        return new Permission(
                scope.everyZtunnel(),
                scope.parts().dns(),
                List.of(PortRange.of(dns), PortRange.of(new Port(Port.Protocol.UDP, dns.number()))),
                Manner.PLAINTEXT,
                "cluster DNS");
    }

    /** Whoever is trusted gets a certificate for every pod, so that it must be the proxies of nodes and nobody else. */
    private Claim trusted() {
        return new StatedClaim(
                "ztunnel-trusted/" + name,
                "The control plane of mesh " + name
                        + " gives certificates for other pods to the proxies of nodes in namespace " + MeshScope.ZTUNNEL
                        + " alone, and these follow it.",
                origin(),
                this::trusted);
    }

    private Judgement trusted(Evidence evidence) {
        Optional<MeshSettings> own = evidence.verifier().policies().meshes().stream()
                .filter(mesh ->
                        mesh.namespace().equals(scope.mesh().controlPlane().namespace()))
                .findFirst();
        if (own.isEmpty()) {
            return Judgement.broken(List.of("No manifest makes the control plane of mesh " + name + "."));
        }
        List<String> reasons = new ArrayList<>();
        MeshSettings mesh = own.get();
        if (!mesh.nodes().trusted().equals(MeshScope.ZTUNNEL)) {
            reasons.add("It trusts namespace '" + mesh.nodes().trusted() + "'.");
        }
        if (!mesh.nodes().followed()) {
            reasons.add("No installation of ztunnel follows it.");
        } else if (!mesh.nodes().namespace().isEmpty()
                && !mesh.nodes().namespace().equals(MeshScope.ZTUNNEL)) {
            reasons.add("ztunnel runs in namespace '" + mesh.nodes().namespace() + "'.");
        }
        boolean seen = evidence.verifier()
                .world()
                .namespace(MeshScope.ZTUNNEL)
                .filter(namespace -> mesh.visibility().discovery().isEmpty()
                        || mesh.visibility().discovery().stream()
                                .anyMatch(selector -> selector.selects(namespace.labels())))
                .isPresent();
        if (!seen) {
            reasons.add("It does not look at namespace " + MeshScope.ZTUNNEL + ".");
        }
        if (!mesh.nodes().tunnels().isCertain()) {
            reasons.add("It does not say that gateways and sidecars have tunnels.");
        }
        return Judgement.broken(reasons);
    }
}
