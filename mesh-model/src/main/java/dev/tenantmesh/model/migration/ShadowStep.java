package dev.tenantmesh.model.migration;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.mesh.Mesh;

/**
 * One step of a mesh out of its shadow: a namespace is enforced.
 *
 * @param name a name for files, such as {@code retail-enforce-stock-prod}
 * @param namespace which namespace
 * @param edit what to write into which document, one sentence
 * @param mesh the Mesh as it is after the edit
 */
public record ShadowStep(String name, String namespace, String edit, Mesh mesh) {

    /**
     * The model after the step.
     *
     * @throws dev.tenantmesh.model.problem.ProblemsException if it contradicts itself then, with all that does
     */
    public MeshModel applied(MeshModel model) {
        return model.with(one -> one.name().equals(mesh.name()) ? mesh : one, tenant -> tenant);
    }
}
