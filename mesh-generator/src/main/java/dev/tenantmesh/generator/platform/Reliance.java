package dev.tenantmesh.generator.platform;

import dev.tenantmesh.generator.plan.controlplane.ControlPlanePlan;
import java.util.List;

/** Says, for a control plane that somebody else makes, which of its settings isolation rests on. */
@FunctionalInterface
public interface Reliance {

    /** One setting a line, as {@code path: value}. */
    List<String> of(ControlPlanePlan plan);
}
