package dev.tenantmesh.model.check.rule;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.problem.Problems;

/** Something that must be true of every model. Finds all violations; never stops at the first, never throws. */
public interface Rule {

    void check(MeshModel model, Problems problems);
}
