package dev.tenantmesh.generator.render.rbac;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import java.util.List;

/**
 * Prints the Roles by which gateways read certificates. The control plane hands one out to a service account that may
 * list the Secrets of the gateway's namespace, so no single name can be given.
 *
 * @see <a href="https://istio.io/latest/docs/tasks/traffic-management/ingress/secure-ingress/">secure gateways</a>
 */
public final class SecretsRoleRenderer implements Renderer {

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(MeshPlan::gatewayWorkloads)
                .flatMap(gateway -> gateway.secrets().stream())
                .map(heading -> (Rendered) new RenderedObject(plan.platform(), print(heading), heading.entry()))
                .toList();
    }

    private static Role print(Heading heading) {
        return new RoleBuilder()
                .withMetadata(Metadata.of(heading))
                .withRules(new PolicyRuleBuilder()
                        .withApiGroups("")
                        .withResources("secrets")
                        .withVerbs("get", "list", "watch")
                        .build())
                .build();
    }
}
