package dev.tenantmesh.verifier.lint.ambient;

import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Target;
import dev.tenantmesh.verifier.policy.mesh.Waypoint;
import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import dev.tenantmesh.verifier.reach.mesh.Waypoints;
import dev.tenantmesh.verifier.world.Pod;
import java.util.stream.Stream;

/**
 * Which waypoints stand before which pods, and which policies are carried out there.
 *
 * @param context what is looked at
 * @param waypoints who uses which
 */
record WaypointUse(LintContext context, Waypoints waypoints) {

    WaypointUse(LintContext context) {
        this(context, new Waypoints(context.world(), context.policies()));
    }

    /** The ambient pods that a policy without a target is for; where none are declared, those that could be. */
    Stream<Pod> pods(AuthorizationPolicy policy) {
        return context.scope(policy.namespace()).stream()
                .flatMap(namespace -> context.selected(namespace, policy.pods()).stream())
                .filter(pod -> context.enrollment(pod).plane() == DataPlane.AMBIENT);
    }

    /** The waypoints before pods that a policy without a target is for. */
    Stream<Waypoint> before(AuthorizationPolicy policy) {
        return pods(policy).flatMap(pod -> waypoints.before(pod).stream()).distinct();
    }

    /** Whether a waypoint carries out a policy, for everybody or for a Service that uses it. */
    boolean isAt(AuthorizationPolicy policy, Waypoint waypoint) {
        return policy.targets().stream().anyMatch(target -> isAt(policy, target, waypoint));
    }

    private boolean isAt(AuthorizationPolicy policy, Target target, Waypoint waypoint) {
        return switch (target.kind()) {
            case "Gateway" ->
                policy.namespace().equals(waypoint.namespace()) && target.name().equals(waypoint.name());
            case "GatewayClass" -> context.isRoot(policy.namespace());
            case "Service" ->
                waypoint.users().contains(new Waypoint.User(policy.namespace(), ""))
                        || waypoint.users().contains(new Waypoint.User(policy.namespace(), target.name()));
            default -> false;
        };
    }
}
