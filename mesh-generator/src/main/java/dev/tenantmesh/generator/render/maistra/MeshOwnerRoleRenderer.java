package dev.tenantmesh.generator.render.maistra;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.controlplane.DelegationPlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import java.util.List;

/** Prints the Role that lets a tenant run the control plane of its own mesh. */
public final class MeshOwnerRoleRenderer implements Renderer {

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(mesh -> mesh.delegation().stream().toList())
                .map(delegation -> (Rendered) new RenderedObject(
                        plan.platform(), print(delegation), delegation.heading().entry()))
                .toList();
    }

    private static Role print(DelegationPlan delegation) {
        return new RoleBuilder()
                .withMetadata(Metadata.of(delegation.heading()))
                .withRules(new PolicyRuleBuilder()
                        .withApiGroups("maistra.io")
                        .withResources("servicemeshcontrolplanes", "servicemeshmemberrolls")
                        .withVerbs("get", "list", "watch", "patch", "update")
                        .build())
                .build();
    }
}
