package dev.tenantmesh.generator.plan.gatewayapi;

import dev.tenantmesh.generator.plan.Rollout;
import dev.tenantmesh.generator.plan.flow.Wires;
import dev.tenantmesh.generator.plan.gateway.ServicePlan;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.MemberWaypoint;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.platform.Target;
import java.util.List;
import java.util.Map;

/**
 * Decides the waypoints: one before the Services of a namespace, for clients of the whole mesh.
 *
 * @see <a href="https://istio.io/latest/docs/ambient/usage/waypoint/">Configure waypoint proxies</a>
 */
final class WaypointPlanner {

    private static final ServicePlan.Port MESH = new ServicePlan.Port("mesh", Wires.TUNNEL, Wires.TUNNEL);

    private final Target target;
    private final Members members;

    private WaypointPlanner(Target target, Members members) {
        this.target = target;
        this.members = members;
    }

    /** The waypoints of a mesh. */
    static List<WaypointPlan> plan(Target target, Members members) {
        WaypointPlanner planner = new WaypointPlanner(target, members);
        return members.namespaces().stream()
                .flatMap(namespace -> namespace.waypoint().stream().map(waypoint -> planner.plan(namespace, waypoint)))
                .toList();
    }

    private WaypointPlan plan(MemberNamespace namespace, MemberWaypoint waypoint) {
        return new WaypointPlan(
                members.heading(
                                namespace,
                                waypoint.name(),
                                waypoint.entry(),
                                "stands before the Services of namespace " + namespace.name())
                        .with(Rollout.AFTER_POLICIES),
                target.revisionLabels(members.mesh()),
                new InfrastructurePlan(
                        members.heading(
                                namespace,
                                waypoint.name(),
                                waypoint.entry(),
                                "what the control plane makes of waypoint " + waypoint.name()),
                        waypoint.pods().labels(),
                        waypoint.size(),
                        ServicePlan.inside(List.of(MESH), Map.of())));
    }
}
