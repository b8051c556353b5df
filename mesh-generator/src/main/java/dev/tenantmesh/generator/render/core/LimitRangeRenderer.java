package dev.tenantmesh.generator.render.core;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.quota.ContainerLimitsPlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.LimitRangeBuilder;
import java.util.List;

/**
 * Prints what containers get that say nothing, and what they may say.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/policy/limit-range/">limit ranges</a>
 */
public final class LimitRangeRenderer implements Renderer {

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(MeshPlan::containerLimits)
                .map(limits -> (Rendered) new RenderedObject(
                        plan.platform(), print(limits), limits.heading().entry()))
                .toList();
    }

    private static LimitRange print(ContainerLimitsPlan limits) {
        return new LimitRangeBuilder()
                .withMetadata(Metadata.of(limits.heading()))
                .withNewSpec()
                .addNewLimit()
                .withType("Container")
                .withDefault(Amounts.of(limits.limits()))
                .withDefaultRequest(Amounts.of(limits.requests()))
                .withMax(Amounts.of(limits.max()))
                .withMin(Amounts.of(limits.min()))
                .endLimit()
                .endSpec()
                .build();
    }
}
