package dev.tenantmesh.generator.render.maistra;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.controlplane.DelegationPlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import java.util.List;

/**
 * Prints the Roles that let a tenant run the control plane of its own mesh, or bring namespaces into one. The latter has the
 * name that the operator gives to its own, which then stands back; ours is for one control plane by name.
 *
 * @see <a href="https://github.com/maistra/istio-operator/blob/maistra-2.5/pkg/controller/servicemesh/controlplane/rbac.go">how
 *     the operator makes its own</a>
 */
public final class DelegatedRoleRenderer implements Renderer {

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(MeshPlan::delegations)
                .map(delegation -> (Rendered) new RenderedObject(
                        plan.platform(), print(delegation), delegation.role().entry()))
                .toList();
    }

    private static Role print(DelegationPlan delegation) {
        return new RoleBuilder()
                .withMetadata(Metadata.of(delegation.role()))
                .withRules(rule(delegation))
                .build();
    }

    private static PolicyRule rule(DelegationPlan delegation) {
        return switch (delegation.right()) {
            case OWN ->
                new PolicyRuleBuilder()
                        .withApiGroups("maistra.io")
                        .withResources("servicemeshcontrolplanes", "servicemeshmemberrolls")
                        .withVerbs("get", "list", "watch", "patch", "update")
                        .build();
            case USE ->
                new PolicyRuleBuilder()
                        .withApiGroups("maistra.io")
                        .withResources("servicemeshcontrolplanes")
                        .withResourceNames(delegation.controlPlane())
                        .withVerbs("use")
                        .build();
        };
    }
}
