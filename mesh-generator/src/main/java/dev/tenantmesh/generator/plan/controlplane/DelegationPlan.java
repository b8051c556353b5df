package dev.tenantmesh.generator.plan.controlplane;

import dev.tenantmesh.generator.plan.Heading;
import java.util.List;

/**
 * A control plane that a tenant runs itself.
 *
 * @param heading the name and place of the role
 * @param groups who gets it, sorted
 */
public record DelegationPlan(Heading heading, List<String> groups) {

    public DelegationPlan {
        groups = groups.stream().distinct().sorted().toList();
    }
}
