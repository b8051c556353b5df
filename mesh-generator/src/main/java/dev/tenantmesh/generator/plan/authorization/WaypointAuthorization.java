package dev.tenantmesh.generator.plan.authorization;

import dev.tenantmesh.generator.plan.authorization.AuthorizationPlan.Action;
import dev.tenantmesh.generator.plan.authorization.AuthorizationPlan.Target;
import dev.tenantmesh.generator.plan.flow.Flow;
import dev.tenantmesh.generator.plan.flow.Flows;
import dev.tenantmesh.generator.plan.flow.ThroughWaypoints;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.MemberWaypoint;
import dev.tenantmesh.generator.plan.member.MemberWorkload;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.model.tenant.Service;
import dev.tenantmesh.model.tenant.ServicePort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides whom a waypoint lets through, for which Service: behind it, nobody sees who the client was. A waypoint carries out
 * policies with a target alone, and its ports are those of Services. What it lets through to everything else, such as a
 * Service that nobody declared, is nothing.
 *
 * @see <a href="https://istio.io/latest/docs/ambient/usage/l7-features/#using-authorization-policies">policies at waypoints</a>
 */
record WaypointAuthorization(Members members, Flows flows, ThroughWaypoints waypoints) {

    /** The policies of a namespace's waypoint; none where there is none. */
    List<AuthorizationPlan> plan(MemberNamespace namespace, List<AuthorizationPlan> denies) {
        return namespace
                .waypoint()
                .map(waypoint -> plan(namespace, waypoint, denies))
                .orElse(List.of());
    }

    private List<AuthorizationPlan> plan(
            MemberNamespace namespace, MemberWaypoint waypoint, List<AuthorizationPlan> denies) {
        Target gateway = Target.gateway(waypoint.name());
        List<AuthorizationPlan> plans = new ArrayList<>();
        plans.add(new AuthorizationPlan(
                members.heading(
                        namespace,
                        "default-deny.waypoint",
                        waypoint.entry(),
                        "the waypoint lets nobody through unless a policy names them for a Service"),
                gateway,
                Action.ALLOW,
                List.of()));
        plans.add(new AuthorizationPlan(
                members.heading(
                        namespace,
                        "guard.waypoint",
                        waypoint.entry(),
                        "the waypoint denies whoever is no client of anything behind it, whatever another policy allows"),
                gateway,
                Action.DENY,
                Guards.byIdentity(
                        namespace.workloads().stream().flatMap(this::incoming).toList(), List.of())));
        denies.forEach(deny -> plans.add(new AuthorizationPlan(
                members.heading(
                        namespace,
                        deny.heading().name() + ".waypoint",
                        deny.heading().entry(),
                        deny.heading().reason()),
                gateway,
                deny.action(),
                deny.rules())));
        for (MemberWorkload workload : namespace.workloads()) {
            workload.source().services().forEach(service -> plans.addAll(service(namespace, workload, service)));
        }
        return plans;
    }

    /** The flows to a workload that go through the waypoint. */
    private Stream<Flow> incoming(MemberWorkload workload) {
        return Stream.concat(flows.insideTo(workload.pods()).stream(), flows.edgesTo(workload.pods()).stream())
                .filter(flow -> waypoints.before(flow).isPresent());
    }

    private List<AuthorizationPlan> service(MemberNamespace namespace, MemberWorkload workload, Service service) {
        List<Flow> known = incoming(workload)
                .flatMap(flow -> through(service, flow).stream())
                .toList();
        Target target = Target.service(service.name());
        List<AuthorizationPlan> plans = new ArrayList<>();
        if (!known.isEmpty()) {
            plans.add(new AuthorizationPlan(
                    members.heading(
                            namespace,
                            "allow-service." + service.name(),
                            workload.entry(),
                            "the waypoint lets through only the identities of the workload's flows, on ports of the"
                                    + " Service"),
                    target,
                    Action.ALLOW,
                    AuthorizationRule.byPorts(known)));
        }
        plans.add(new AuthorizationPlan(
                members.heading(
                        namespace,
                        "guard-service." + service.name(),
                        workload.entry(),
                        "the waypoint denies strangers and other ports, whatever another policy allows"),
                target,
                Action.DENY,
                Guards.byPort(known, List.of())));
        return plans;
    }

    /** The same flow, with the ports of the Service in place of the pods'. */
    private static Optional<Flow> through(Service service, Flow flow) {
        List<Integer> ports = service.ports().stream()
                .filter(port -> flow.ports().contains(port.podPort()))
                .map(ServicePort::port)
                .toList();
        return ports.isEmpty()
                ? Optional.empty()
                : Optional.of(new Flow(flow.client(), flow.server(), ports, flow.entry()));
    }
}
