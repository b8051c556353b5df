package dev.tenantmesh.generator.plan.raw;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.raw.RawKinds;
import dev.tenantmesh.model.raw.RawManifest;
import dev.tenantmesh.model.tenant.Tenant;
import java.util.List;

/** Decides which raw manifests belong to a mesh, and says which of them the model does not answer for. */
public final class RawPlanner {

    private RawPlanner() {}

    /** The raw manifests of a mesh and of its tenants. */
    public static List<RawPlan> plan(MeshModel model, Mesh mesh, Problems problems) {
        return model.manifests().stream()
                .filter(manifest -> belongs(manifest, mesh))
                .map(manifest -> plan(manifest, isApart(manifest, model), problems))
                .toList();
    }

    private static boolean belongs(RawManifest manifest, Mesh mesh) {
        return manifest.owner() instanceof Tenant tenant
                ? tenant.mesh().equals(mesh.name())
                : manifest.owner().equals(mesh);
    }

    /** A run for a tenant alone does not know what the platform puts into its namespaces, and must not remove it. */
    private static boolean isApart(RawManifest manifest, MeshModel model) {
        String namespace =
                manifest.kind().equals("Namespace") && manifest.group().isEmpty()
                        ? manifest.name()
                        : manifest.namespace();
        return manifest.owner() instanceof Mesh
                && model.tenants().stream()
                        .flatMap(tenant -> tenant.namespaces().stream())
                        .anyMatch(of -> of.name().equals(namespace));
    }

    private static RawPlan plan(RawManifest manifest, boolean apart, Problems problems) {
        RawKinds.dangerOf(manifest)
                .ifPresent(danger -> problems.warning(
                        ProblemCode.MANIFEST_NOT_DERIVED,
                        manifest.origin("kind"),
                        manifest.kind() + " " + manifest.name(),
                        "Nothing in the model says what it does: " + danger + ".",
                        "Say it in the model where it can, and review the file as you review a policy."));
        return new RawPlan(
                manifest.entry(),
                manifest.file(),
                manifest.apiVersion(),
                manifest.kind(),
                manifest.metadata(),
                manifest.body(),
                apart);
    }
}
