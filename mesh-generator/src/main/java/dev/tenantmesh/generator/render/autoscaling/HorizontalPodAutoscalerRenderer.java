package dev.tenantmesh.generator.render.autoscaling;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.gateway.GatewayWorkloadPlan;
import dev.tenantmesh.generator.render.GatewayParts;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import java.util.List;

/**
 * Prints the autoscalers of gateways whose number of pods is not fixed.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/">horizontal pod autoscaling</a>
 */
public final class HorizontalPodAutoscalerRenderer implements Renderer {

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(MeshPlan::gatewayWorkloads)
                .filter(gateway -> gateway.replicas().scales())
                .map(gateway -> (Rendered) new RenderedObject(
                        plan.platform(), print(gateway), gateway.heading().entry()))
                .toList();
    }

    private static HorizontalPodAutoscaler print(GatewayWorkloadPlan gateway) {
        return new HorizontalPodAutoscalerBuilder()
                .withMetadata(Metadata.of(gateway.heading()))
                .withNewSpec()
                .withNewScaleTargetRef(
                        "apps/v1", "Deployment", gateway.heading().name())
                .withMinReplicas(gateway.replicas().min())
                .withMaxReplicas(gateway.replicas().max())
                .withMetrics(GatewayParts.cpu())
                .endSpec()
                .build();
    }
}
