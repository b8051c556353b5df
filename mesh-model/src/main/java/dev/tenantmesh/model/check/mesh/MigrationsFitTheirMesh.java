package dev.tenantmesh.model.check.mesh;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.MtlsMode;
import dev.tenantmesh.model.Spelling;
import dev.tenantmesh.model.check.rule.Hint;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.MeshMtls;
import dev.tenantmesh.model.mesh.MtlsMigration;
import dev.tenantmesh.model.mesh.MtlsMigration.Stage;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.TenantNamespace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A migration to mutual TLS leads to STRICT, says one thing of its stage, and locks namespaces that the mesh has. */
public final class MigrationsFitTheirMesh implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        for (Mesh mesh : model.meshes()) {
            MeshMtls mtls = mesh.mtls();
            if (mtls != null && mtls.migration() != null) {
                checkMode(mtls, model, problems);
                checkStage(mtls.migration(), model, problems);
                checkNamespaces(mesh, mtls.migration(), model, problems);
            }
        }
    }

    private static void checkMode(MeshMtls mtls, MeshModel model, Problems problems) {
        if (mtls.mode() != null && mtls.mode() != MtlsMode.STRICT) {
            problems.error(
                    ProblemCode.MIGRATION_INVALID,
                    model.origins().of(mtls, "mode"),
                    Spelling.of(mtls.mode()),
                    "A migration leads to STRICT, and this mesh is not to get there.",
                    "Write `mode: STRICT`, or remove `migration`.");
        }
    }

    private static void checkStage(MtlsMigration migration, MeshModel model, Problems problems) {
        boolean locksSome = !migration.strict().isEmpty();
        if (locksSome == (migration.stage() == Stage.PERMISSIVE)) {
            problems.error(
                    ProblemCode.MIGRATION_INVALID,
                    model.origins().of(migration, "stage"),
                    Spelling.of(migration.stage()),
                    locksSome
                            ? "In this stage no namespace is locked, and `strict` names some."
                            : "In this stage some namespaces are locked, and `strict` names none.",
                    locksSome ? "Write `stage: namespaces`." : "Name them, or write `stage: permissive`.");
        }
    }

    private static void checkNamespaces(Mesh mesh, MtlsMigration migration, MeshModel model, Problems problems) {
        List<String> known = model.tenantsOf(mesh).stream()
                .flatMap(tenant -> tenant.namespaces().stream())
                .map(TenantNamespace::name)
                .sorted()
                .toList();
        Set<String> seen = new HashSet<>();
        for (String namespace : migration.strict()) {
            boolean isKnown = known.contains(namespace);
            if (!isKnown || !seen.add(namespace)) {
                problems.error(
                        ProblemCode.MIGRATION_INVALID,
                        model.origins().of(migration, "strict"),
                        namespace,
                        isKnown
                                ? "The namespace is named twice."
                                : "No tenant of mesh '" + mesh.name() + "' has such a namespace.",
                        isKnown ? "Name it once." : Hint.near(namespace, known));
            }
        }
    }
}
