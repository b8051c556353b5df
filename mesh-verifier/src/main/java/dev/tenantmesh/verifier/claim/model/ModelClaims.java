package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.Permission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything a model promises of one platform, as claims; what must be closed first, then what must work. */
public final class ModelClaims {

    private ModelClaims() {}

    /** The claims, in a stable order. */
    public static List<Claim> of(MeshModel model, Platform platform) {
        List<Claim> claims = new ArrayList<>();
        for (Mesh mesh : model.meshes()) {
            claims.addAll(of(new MeshScope(model, platform, mesh)));
        }
        claims.addAll(DenyClaims.of(model, platform));
        return List.copyOf(claims);
    }

    private static List<Claim> of(MeshScope scope) {
        List<Permission> gateways = GatewayOpenings.of(scope);
        Crossings crossings = Crossings.of(scope);
        List<Permission> admitted = joined(List.of(Incoming.of(scope), gateways, crossings.incoming()));
        List<Permission> incoming = joined(List.of(admitted, new WaypointOpenings(scope).beside(admitted)));
        List<Permission> outgoing = joined(List.of(Outgoing.of(scope), gateways, crossings.outgoing()));
        MeshPermissions permitted = MeshPermissions.of(scope, incoming, outgoing);
        List<Claim> claims = new ArrayList<>();
        for (Tenant tenant : scope.tenants()) {
            claims.addAll(new TenantClaims(scope, tenant, permitted).all());
            claims.addAll(WaypointClaims.of(scope, tenant, permitted));
            claims.addAll(new ShadowClaims(scope, tenant, permitted).all());
            claims.addAll(TrafficClaims.of(scope, tenant));
            claims.addAll(ServedClaims.of(scope, tenant));
            claims.addAll(ExternalClaims.of(scope, tenant));
            claims.addAll(NamespaceClaims.of(scope, tenant));
            claims.addAll(AccessClaims.of(scope, tenant));
            claims.addAll(QuotaClaims.of(scope, tenant));
            claims.addAll(new AdmissionClaims(scope, tenant).all());
        }
        claims.addAll(MeshClaims.of(scope, permitted));
        claims.addAll(ClusterClaims.of(scope, crossings));
        claims.addAll(WorkingClaims.of(scope, permitted.all().toList()).stream()
                .sorted(Comparator.comparing(Claim::id))
                .toList());
        claims.addAll(Migration.of(scope).claims(incoming));
        return claims;
    }

    private static List<Permission> joined(List<List<Permission>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }
}
