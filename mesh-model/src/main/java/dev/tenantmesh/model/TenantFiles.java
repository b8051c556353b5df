package dev.tenantmesh.model;

import dev.tenantmesh.model.ModelFiles.ModelFile;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.MappingNode;
import dev.tenantmesh.model.yaml.Node;
import dev.tenantmesh.model.yaml.ScalarNode;
import java.nio.file.Path;

/**
 * A file below {@code tenants/} may hold only the Tenant of its own name, so that a rule of who may change which file
 * is a rule of who may change which tenant.
 */
final class TenantFiles {

    private static final String FOLDER = "tenants/";

    private TenantFiles() {}

    /** Whether a path within the model is a tenant's. */
    static boolean isTenants(Path inModel) {
        return inModel.startsWith("tenants");
    }

    static void check(ModelFile file, String kind, MappingNode document, Problems problems) {
        if (!file.place().startsWith(FOLDER)) {
            return;
        }
        String fileName = file.place().substring(file.place().lastIndexOf('/') + 1);
        String owner = fileName.substring(0, fileName.lastIndexOf('.'));
        Node name = document.get("name");
        String written = name instanceof ScalarNode scalar ? scalar.text() : owner;
        if (!kind.equals("Tenant") || !written.equals(owner)) {
            problems.error(
                    ProblemCode.MISPLACED_DOCUMENT,
                    name == null ? document.origin() : name.origin(),
                    kind + " " + written,
                    "The file " + file.place() + " may hold only the Tenant '" + owner + "'.",
                    kind.equals("Tenant")
                            ? "Move it to " + FOLDER + written + ".yaml, or correct the name."
                            : "Move it out of " + FOLDER + ".");
        }
    }
}
