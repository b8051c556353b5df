package dev.tenantmesh.generator.render.rbac;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.fabric8.kubernetes.api.model.rbac.SubjectBuilder;
import java.util.List;
import java.util.stream.Stream;

/** Prints RoleBindings: of tenants in their namespaces, and of a tenant at the control plane it owns. */
public final class RoleBindingRenderer implements Renderer {

    private static final String GROUP = "rbac.authorization.k8s.io";

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        Stream<Rendered> tenants = plan.all(MeshPlan::roleBindings)
                .map(binding -> new RenderedObject(
                        plan.platform(),
                        print(binding.heading(), "ClusterRole", binding.clusterRole(), binding.groups()),
                        binding.heading().entry()));
        Stream<Rendered> owners = plan.all(mesh -> mesh.delegation().stream().toList())
                .map(delegation -> new RenderedObject(
                        plan.platform(),
                        print(delegation.heading(), "Role", delegation.heading().name(), delegation.groups()),
                        delegation.heading().entry()));
        return Stream.concat(tenants, owners).toList();
    }

    private static RoleBinding print(Heading heading, String kind, String role, List<String> groups) {
        return new RoleBindingBuilder()
                .withMetadata(Metadata.of(heading))
                .withNewRoleRef(GROUP, kind, role)
                .withSubjects(groups.stream().map(RoleBindingRenderer::group).toList())
                .build();
    }

    private static Subject group(String name) {
        return new SubjectBuilder()
                .withApiGroup(GROUP)
                .withKind("Group")
                .withName(name)
                .build();
    }
}
