package dev.tenantmesh.generator.render.policy;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.gateway.GatewayWorkloadPlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.util.List;

/**
 * Prints the disruption budgets of gateways that have more than one pod; of a single one it would keep its node from
 * ever being drained.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/run-application/configure-pdb/">disruption budgets</a>
 */
public final class PodDisruptionBudgetRenderer implements Renderer {

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(MeshPlan::gatewayWorkloads)
                .filter(GatewayWorkloadPlan::survivesDisruption)
                .map(gateway -> (Rendered) new RenderedObject(
                        plan.platform(), print(gateway), gateway.heading().entry()))
                .toList();
    }

    private static PodDisruptionBudget print(GatewayWorkloadPlan gateway) {
        return new PodDisruptionBudgetBuilder()
                .withMetadata(Metadata.of(gateway.heading()))
                .withNewSpec()
                .withMinAvailable(new IntOrString(1))
                .withNewSelector()
                .withMatchLabels(gateway.selector())
                .endSelector()
                .endSpec()
                .build();
    }
}
