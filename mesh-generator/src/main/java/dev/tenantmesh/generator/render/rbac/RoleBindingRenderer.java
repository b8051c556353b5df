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
import java.util.function.Function;
import java.util.stream.Stream;

/** Prints RoleBindings: of tenants in their namespaces and at control planes, and of gateways. */
public final class RoleBindingRenderer implements Renderer {

    private static final String GROUP = "rbac.authorization.k8s.io";

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        Stream<Rendered> tenants = plan.all(MeshPlan::roleBindings)
                .map(binding -> new RenderedObject(
                        plan.platform(),
                        print(binding.heading(), "ClusterRole", binding.clusterRole(), groups(binding.groups())),
                        binding.heading().entry()));
        Stream<Rendered> owners = plan.all(MeshPlan::delegations)
                .map(delegation -> new RenderedObject(
                        plan.platform(),
                        print(delegation.binding(), "Role", delegation.role().name(), groups(delegation.groups())),
                        delegation.binding().entry()));
        Stream<Rendered> gateways = plan.all(MeshPlan::gatewayWorkloads)
                .flatMap(gateway -> gateway.secrets().stream()
                        .map(secrets -> new RenderedObject(
                                plan.platform(),
                                print(secrets, "Role", secrets.name(), List.of(account(gateway.heading()))),
                                secrets.entry())));
        return Stream.of(tenants, owners, gateways).flatMap(Function.identity()).toList();
    }

    private static RoleBinding print(Heading heading, String kind, String role, List<Subject> subjects) {
        return new RoleBindingBuilder()
                .withMetadata(Metadata.of(heading))
                .withNewRoleRef(GROUP, kind, role)
                .withSubjects(subjects)
                .build();
    }

    private static List<Subject> groups(List<String> names) {
        return names.stream().map(RoleBindingRenderer::group).toList();
    }

    private static Subject account(Heading gateway) {
        return new SubjectBuilder()
                .withKind("ServiceAccount")
                .withName(gateway.name())
                .withNamespace(gateway.namespace())
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
