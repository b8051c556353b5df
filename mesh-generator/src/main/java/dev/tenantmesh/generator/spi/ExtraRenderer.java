package dev.tenantmesh.generator.spi;

import dev.tenantmesh.generator.plan.PlatformPlan;
import java.util.List;

/**
 * Prints objects beside ours from what is planned. Named in {@code
 * META-INF/services/dev.tenantmesh.generator.spi.ExtraRenderer}, with a public constructor without arguments.
 */
public interface ExtraRenderer {

    /** By which it is known, in lower-case letters, digits and '-': it runs in the order of these names. */
    String name();

    /** The objects for one platform; the same for the same plan. */
    List<ExtraObject> render(PlatformPlan plan);
}
