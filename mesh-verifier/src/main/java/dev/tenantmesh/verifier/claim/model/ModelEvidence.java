package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Network;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.ServiceMesh;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Level;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.profile.MeshSettings.Product;
import dev.tenantmesh.verifier.profile.VisibilitySettings;
import dev.tenantmesh.verifier.world.AddressRange;
import java.util.ArrayList;
import java.util.List;

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
                        + mesh.namespace() + ", with trust domain " + mesh.trustDomain() + "."));
        assumptions.addAll(AssumedNamespaces.sentences(model, read));
        MeshVerifier completed = AssumedNamespaces.assuming(model, read);
        return new ModelEvidence(new Evidence(completed, ModelClaims.owners(model), level), assumptions);
    }

    /** How the platform's network plugin works. */
    public static ClusterProfile profile(Platform platform) {
        ClusterProfile known = platform.network().cni() == Network.Cni.OVN_KUBERNETES
                ? ClusterProfile.OVN_KUBERNETES
                : ClusterProfile.KUBERNETES;
        return known.withPods(platform.network().podCIDRs().stream()
                .flatMap(cidr -> AddressRange.ofCidr(cidr).stream())
                .toList());
    }

    private static List<MeshSettings> existing(MeshModel model, Platform platform) {
        return model.meshes().stream()
                .filter(mesh -> !mesh.controlPlane().isGenerated())
                .map(mesh -> settings(mesh, platform))
                .toList();
    }

    private static MeshSettings settings(Mesh mesh, Platform platform) {
        boolean maistra = platform.mesh().type() == ServiceMesh.Type.OPENSHIFT_SERVICE_MESH
                && platform.mesh().version().startsWith("2.");
        return new MeshSettings(
                mesh.controlPlane().name(),
                mesh.controlPlane().name(),
                maistra ? Product.MAISTRA : Product.ISTIO,
                mesh.controlPlane().namespace(),
                mesh.controlPlane().namespace(),
                mesh.trustDomain(),
                List.of(),
                VisibilitySettings.ISTIO_DEFAULTS);
    }
}
