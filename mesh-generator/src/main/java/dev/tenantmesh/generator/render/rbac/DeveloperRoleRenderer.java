package dev.tenantmesh.generator.render.rbac;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.namespace.RoleBindingPlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.util.List;
import java.util.Map;

/**
 * Prints, once for a cluster, the ClusterRole of developers: workloads and what belongs to them, and nothing that closes a
 * namespace or leads into it. It has no shell in pods and no tokens of service accounts. What its holders may read is said by
 * {@code view}, which they are bound to as well; only Secrets are not part of that.
 *
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles">user-facing roles</a>
 */
public final class DeveloperRoleRenderer implements Renderer {

    private static final String ENTRY = "platform";
    private static final String[] WRITES = {"create", "delete", "deletecollection", "patch", "update"};
    private static final String[] READS_AND_WRITES = {
        "create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"
    };

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        boolean wanted = plan.all(MeshPlan::roleBindings)
                .anyMatch(binding -> binding.clusterRole().equals(RoleBindingPlan.DEVELOPER));
        return wanted ? List.of(new RenderedObject(plan.platform(), print(), ENTRY)) : List.of();
    }

    private static ClusterRole print() {
        Heading heading = new Heading(
                "",
                RoleBindingPlan.DEVELOPER,
                "",
                null,
                ENTRY,
                "lets developers work in the namespaces of their tenant without opening it");
        return new ClusterRoleBuilder()
                .withMetadata(Metadata.of(heading, Map.of(), Map.of()).build())
                .withRules(
                        rule("", WRITES, "configmaps", "persistentvolumeclaims", "pods", "serviceaccounts", "services"),
                        rule("", READS_AND_WRITES, "secrets"),
                        rule(
                                "apps",
                                WRITES,
                                "daemonsets",
                                "deployments",
                                "deployments/scale",
                                "replicasets",
                                "replicasets/scale",
                                "statefulsets",
                                "statefulsets/scale"),
                        rule("autoscaling", WRITES, "horizontalpodautoscalers"),
                        rule("batch", WRITES, "cronjobs", "jobs"),
                        rule("policy", WRITES, "poddisruptionbudgets"))
                .build();
    }

    private static PolicyRule rule(String group, String[] verbs, String... resources) {
        return new PolicyRuleBuilder()
                .withApiGroups(group)
                .withResources(resources)
                .withVerbs(verbs)
                .build();
    }
}
