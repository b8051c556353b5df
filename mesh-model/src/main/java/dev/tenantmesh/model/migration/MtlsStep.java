package dev.tenantmesh.model.migration;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.tenant.Tenant;
import java.util.List;
import java.util.Set;

/**
 * One step of a mesh on its way to mutual TLS.
 *
 * @param name a name for files, such as {@code retail-lock-stock-prod}
 * @param title what it does, one sentence
 * @param edits what to write into which document, one sentence each
 * @param locked the namespaces in which no plaintext is taken any more
 * @param mesh the Mesh as it is after the edits
 * @param tenants the Tenants that the edits change, as they are after them
 */
public record MtlsStep(
        String name, String title, List<String> edits, Set<String> locked, Mesh mesh, List<Tenant> tenants) {

    public MtlsStep {
        edits = List.copyOf(edits);
        locked = Set.copyOf(locked);
        tenants = List.copyOf(tenants);
    }

    /**
     * The model after the step.
     *
     * @throws dev.tenantmesh.model.problem.ProblemsException if it contradicts itself then, with all that does
     */
    public MeshModel applied(MeshModel model) {
        return model.with(
                one -> one.name().equals(mesh.name()) ? mesh : one,
                one -> tenants.stream()
                        .filter(changed -> changed.name().equals(one.name()))
                        .findFirst()
                        .orElse(one));
    }
}
