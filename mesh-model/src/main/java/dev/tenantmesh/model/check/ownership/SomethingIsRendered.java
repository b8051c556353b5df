package dev.tenantmesh.model.check.ownership;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;

/** A model has a platform and a mesh: without them nothing would be rendered, and all that was rendered be deleted. */
public final class SomethingIsRendered implements Rule {

    private static final Origin MODEL = Origin.ofModel("model");

    @Override
    public void check(MeshModel model, Problems problems) {
        if (model.platforms().isEmpty()) {
            report("Platform", problems);
        }
        if (model.meshes().isEmpty()) {
            report("Mesh", problems);
        }
    }

    private static void report(String kind, Problems problems) {
        problems.error(
                ProblemCode.NOTHING_TO_RENDER,
                MODEL,
                "",
                "No " + kind + " was found among all the documents.",
                "Write one, or add the folder or file that holds it.");
    }
}
