package dev.tenantmesh.generator.plan.controlplane;

import dev.tenantmesh.generator.plan.Heading;
import java.util.List;

/**
 * Something about a control plane that tenants do themselves.
 *
 * @param right what they may do
 * @param controlPlane the name of the control plane's resource
 * @param role the name and place of the role
 * @param binding the name and place of what gives it
 * @param groups who gets it, sorted
 */
public record DelegationPlan(Right right, String controlPlane, Heading role, Heading binding, List<String> groups) {

    public DelegationPlan {
        groups = groups.stream().distinct().sorted().toList();
    }

    /** What somebody may do who does not own the cluster. */
    public enum Right {
        /** Runs the control plane: its resource and its member roll. */
        OWN,
        /** Brings namespaces into its mesh. */
        USE
    }
}
