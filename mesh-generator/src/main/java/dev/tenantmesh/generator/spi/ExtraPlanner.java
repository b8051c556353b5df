package dev.tenantmesh.generator.spi;

import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.MeshModel;

/**
 * Decides something beside our planners, for one mesh on one platform. Named in {@code
 * META-INF/services/dev.tenantmesh.generator.spi.ExtraPlanner}, with a public constructor without arguments.
 */
public interface ExtraPlanner {

    /** By which it is known, in lower-case letters, digits and '-': it runs in the order of these names. */
    String name();

    /**
     * What it adds; the same for the same model.
     *
     * @param model what the teams said, checked
     * @param target the platform
     * @param plan what our planners decided for the mesh; planners of others do not see each other
     */
    Additions plan(MeshModel model, Target target, MeshPlan plan);
}
