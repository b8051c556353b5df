package dev.tenantmesh.generator.render.core;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.quota.QuotaPlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import java.util.List;

/**
 * Prints what a namespace may use.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/policy/resource-quotas/">resource quotas</a>
 */
public final class ResourceQuotaRenderer implements Renderer {

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(MeshPlan::quotas)
                .map(quota -> (Rendered) new RenderedObject(
                        plan.platform(), print(quota), quota.heading().entry()))
                .toList();
    }

    private static ResourceQuota print(QuotaPlan quota) {
        return new ResourceQuotaBuilder()
                .withMetadata(Metadata.of(quota.heading()))
                .withNewSpec()
                .withHard(Amounts.of(quota.hard()))
                .endSpec()
                .build();
    }
}
