package dev.tenantmesh.model.check.value;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.problem.Problems;

/** Every value has the syntax that its place demands. */
public final class ValuesAreWellFormed implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        WellFormedValues values = new WellFormedValues(model.origins(), problems);
        model.platforms().forEach(values::check);
        model.meshes().forEach(values::check);
        model.tenants().forEach(values::check);
    }
}
