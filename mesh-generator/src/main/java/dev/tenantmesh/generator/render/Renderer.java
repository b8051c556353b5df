package dev.tenantmesh.generator.render;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.plan.PlatformPlan;
import java.util.List;

/** Prints one kind: takes its part of the plan and gives typed objects. */
@FunctionalInterface
public interface Renderer {

    List<Rendered> render(PlatformPlan plan);
}
