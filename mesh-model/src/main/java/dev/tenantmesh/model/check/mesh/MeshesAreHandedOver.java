package dev.tenantmesh.model.check.mesh;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.mesh.ControlPlane;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Tenant;
import java.util.List;

/**
 * A tenant that runs a control plane runs nobody else's: whoever may change it decides about mutual TLS, NetworkPolicies and
 * the members of all.
 */
public final class MeshesAreHandedOver implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        for (Mesh mesh : model.meshes()) {
            ControlPlane.Owner owner = mesh.controlPlane().owner();
            if (owner != null) {
                alone(model, mesh, owner, problems);
            }
        }
    }

    private static void alone(MeshModel model, Mesh mesh, ControlPlane.Owner owner, Problems problems) {
        List<String> tenants =
                model.tenantsOf(mesh).stream().map(Tenant::name).sorted().toList();
        Origin place = model.origins().of(owner, "tenant");
        if (model.tenant(owner.tenant()).isPresent() && !tenants.contains(owner.tenant())) {
            problems.error(
                    ProblemCode.RUNS_MESH_OF_OTHERS,
                    place,
                    owner.tenant(),
                    "This tenant is not in the mesh that it is to run.",
                    "Name the tenant of the mesh, or leave `owner` out: the platform team runs it then.");
        } else if (tenants.size() > 1) {
            problems.error(
                    ProblemCode.RUNS_MESH_OF_OTHERS,
                    place,
                    owner.tenant(),
                    "Whoever runs a control plane can open every member, and these tenants share it: "
                            + String.join(", ", tenants) + ".",
                    "Give the tenant a mesh of its own, or leave `owner` out.");
        }
    }
}
