package dev.tenantmesh.model.check.ownership;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.List;

/** A Mesh adds to the labels and annotations of its Platforms, a Tenant to those of both; nobody changes one. */
public final class LowerLevelsOnlyAddLabels implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        model.platforms().stream().map(Labelled::of).forEach(platform -> {
            model.meshes().forEach(mesh -> compare(platform, Labelled.of(mesh), model, problems));
            model.tenants().forEach(tenant -> compare(platform, Labelled.of(tenant), model, problems));
        });
        model.meshes()
                .forEach(mesh -> model.tenantsOf(mesh)
                        .forEach(tenant -> compare(Labelled.of(mesh), Labelled.of(tenant), model, problems)));
    }

    private static void compare(List<Labelled> higher, List<Labelled> lower, MeshModel model, Problems problems) {
        for (int i = 0; i < higher.size(); i++) {
            Labelled above = higher.get(i);
            Labelled below = lower.get(i);
            below.values().forEach((key, value) -> {
                String set = above.values().get(key);
                if (set != null && !set.equals(value)) {
                    Origin place = model.origins().of(above.record(), above.map(), key);
                    problems.error(
                            ProblemCode.LABEL_CHANGED,
                            model.origins().of(below.record(), below.map(), key),
                            key + ": " + value,
                            above.name() + " sets it to '" + set + "' at " + place + ".",
                            "Leave it out here, or have it removed there.");
                }
            });
        }
    }
}
