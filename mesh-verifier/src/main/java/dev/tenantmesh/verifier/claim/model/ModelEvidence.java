package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.DataPlane;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.effective.EffectiveSettings;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Network;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.Router;
import dev.tenantmesh.model.platform.ServiceMesh;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.access.Access;
import dev.tenantmesh.verifier.access.AccessReader;
import dev.tenantmesh.verifier.admission.Powers;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Level;
import dev.tenantmesh.verifier.claim.Owners;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.profile.MeshSettings.Product;
import dev.tenantmesh.verifier.profile.NodeProxies;
import dev.tenantmesh.verifier.profile.VisibilitySettings;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.External;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The manifests of one platform, completed by what a model knows of it and no manifest says: how its network plugin works,
 * control planes that somebody else makes, and namespaces that somebody else makes.
 *
 * @param evidence what claims are judged by
 * @param assumptions what was taken from the documents, one sentence each
 */
public record ModelEvidence(Evidence evidence, List<String> assumptions) {

    public ModelEvidence {
        assumptions = List.copyOf(assumptions);
    }

    /**
     * Reads what the manifests of a platform say.
     *
     * @throws dev.tenantmesh.model.problem.ProblemsException if a manifest cannot be understood
     */
    public static ModelEvidence of(
            MeshModel model, Platform platform, Manifests manifests, Level level, Problems problems) {
        List<MeshSettings> existing = existing(model, platform);
        MeshVerifier read = MeshVerifier.of(manifests, profile(platform), existing, problems);
        List<String> assumptions = new ArrayList<>();
        existing.forEach(
                mesh -> assumptions.add("The control plane of mesh " + mesh.name() + " is made by somebody else in "
                        + mesh.namespace() + ", with trust domain " + mesh.trustDomain()
                        + (mesh.nodes().followed() ? " and the profile ambient, and ztunnel follows it." : ".")));
        model.meshes()
                .forEach(mesh -> Migration.of(new MeshScope(model, platform, mesh))
                        .sentence()
                        .ifPresent(assumptions::add));
        model.meshes()
                .forEach(mesh -> ShadowClaims.sentence(new MeshScope(model, platform, mesh))
                        .ifPresent(assumptions::add));
        assumptions.addAll(AssumedNamespaces.sentences(model, platform, read));
        if (!platform.network().nodeCIDRs().isEmpty()) {
            assumptions.add("Pods see processes of nodes, the API server included, under these addresses: "
                    + String.join(", ", platform.network().nodeCIDRs()) + ".");
        }
        List<External> visitors = Visitors.of(model);
        if (!visitors.isEmpty()) {
            assumptions.add(
                    "Members of other clusters come from the addresses that the Platform says of each cluster, and"
                            + " run as the documents say.");
        }
        AssumedWaypoints waypoints = AssumedWaypoints.of(model, read);
        assumptions.addAll(waypoints.sentences());
        MeshVerifier completed = waypoints
                .in(AssumedNamespaces.assuming(model, platform, withMembers(model, read)))
                .expecting(visitors);
        TenantRoles roles = new TenantRoles(platform);
        if (model.tenants().stream().anyMatch(tenant -> !tenant.owners().isEmpty())) {
            assumptions.add(roles.assumption());
        }
        Access access = AccessReader.read(manifests, roles.known(model));
        Owners owners = roles.owners(model, access);
        Powers powers = Powers.of(manifests, completed.world(), roles.writers(model, access))
                .orUnlimited(owners.writable().networkPolicies());
        return new ModelEvidence(new Evidence(completed, owners.with(powers), level), assumptions);
    }

    /** How the platform's network plugin works. */
    public static ClusterProfile profile(Platform platform) {
        ClusterProfile known = platform.network().cni() == Network.Cni.OVN_KUBERNETES
                ? ClusterProfile.OVN_KUBERNETES
                : ClusterProfile.KUBERNETES;
        ClusterProfile profile = known.withPods(ranges(platform.network().podCIDRs()))
                .withNodes(ranges(platform.network().nodeCIDRs()));
        Router router = platform.router();
        return router != null && Boolean.TRUE.equals(router.hostNetwork())
                ? profile.withRouterOnHostNetwork()
                : profile;
    }

    private static List<AddressRange> ranges(List<String> cidrs) {
        return cidrs.stream()
                .flatMap(cidr -> AddressRange.ofCidr(cidr).stream())
                .toList();
    }

    /** Who is in a mesh by its roll stands in no manifest where only some tenants are rendered. */
    private static MeshVerifier withMembers(MeshModel model, MeshVerifier read) {
        if (model.rendersAll()) {
            return read;
        }
        Map<String, MeshSettings> members = new TreeMap<>(read.policies().members());
        for (Tenant tenant : model.tenants()) {
            read.policies().meshes().stream()
                    .filter(mesh -> mesh.product() == Product.MAISTRA && isOf(model, tenant, mesh))
                    .forEach(mesh ->
                            tenant.namespaces().forEach(namespace -> members.putIfAbsent(namespace.name(), mesh)));
        }
        return read.with(read.policies().withMembers(members));
    }

    private static boolean isOf(MeshModel model, Tenant tenant, MeshSettings mesh) {
        return model.mesh(tenant.mesh())
                .filter(wanted -> wanted.controlPlane().namespace().equals(mesh.namespace()))
                .isPresent();
    }

    private static List<MeshSettings> existing(MeshModel model, Platform platform) {
        return model.meshes().stream()
                .filter(mesh ->
                        !mesh.controlPlane().isGenerated() || model.onlyTenant().isPresent())
                .map(mesh -> settings(model, mesh, platform))
                .toList();
    }

    private static MeshSettings settings(MeshModel model, Mesh mesh, Platform platform) {
        boolean maistra = platform.mesh().type() == ServiceMesh.Type.OPENSHIFT_SERVICE_MESH
                && platform.mesh().version().startsWith("2.");
        return new MeshSettings(
                mesh.controlPlaneOn(platform),
                mesh.controlPlaneOn(platform),
                maistra ? Product.MAISTRA : Product.ISTIO,
                mesh.controlPlane().namespace(),
                mesh.controlPlane().namespace(),
                mesh.trustDomain(),
                List.of(),
                VisibilitySettings.ISTIO_DEFAULTS,
                nodes(model, platform, mesh));
    }

    /** Whoever makes a control plane for pods without proxies is told that it must serve the proxies of nodes. */
    private static NodeProxies nodes(MeshModel model, Platform platform, Mesh mesh) {
        EffectiveSettings settings = new EffectiveSettings(platform, mesh);
        boolean ambient = model.tenantsOf(mesh).stream()
                .flatMap(tenant -> tenant.namespaces().stream())
                .anyMatch(namespace -> settings.dataPlane(namespace) == DataPlane.AMBIENT);
        return ambient ? new NodeProxies(Truth.YES, true, "", "") : NodeProxies.UNKNOWN;
    }
}
