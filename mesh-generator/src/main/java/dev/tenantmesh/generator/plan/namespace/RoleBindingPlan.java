package dev.tenantmesh.generator.plan.namespace;

import dev.tenantmesh.generator.plan.Heading;
import java.util.List;

/**
 * Groups that hold a ClusterRole in a namespace.
 *
 * @param heading name, place and reason
 * @param clusterRole the role
 * @param groups who holds it, sorted
 */
public record RoleBindingPlan(Heading heading, String clusterRole, List<String> groups) {

    /** The ClusterRole that is made here; the others come with the cluster. */
    public static final String DEVELOPER = "tenant-developer";

    public RoleBindingPlan {
        groups = groups.stream().distinct().sorted().toList();
    }
}
