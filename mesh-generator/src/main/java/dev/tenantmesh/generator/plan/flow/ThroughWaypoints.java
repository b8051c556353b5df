package dev.tenantmesh.generator.plan.flow;

import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.MemberWaypoint;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.plan.member.Pods;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which flows go through waypoints: those of clients whose proxies are on nodes. Sidecars do not know waypoints, and gateways
 * go past them unless a Service says otherwise; both connect to the pods.
 *
 * @see <a href="https://istio.io/latest/docs/ambient/usage/waypoint/">Configure waypoint proxies</a>
 */
public final class ThroughWaypoints {

    private final Members members;
    private final Wires wires;

    public ThroughWaypoints(Members members, Wires wires) {
        this.members = members;
        this.wires = wires;
    }

    /** The waypoint by which a flow goes, if it goes by one. */
    public Optional<MemberWaypoint> before(Flow flow) {
        return waypoint(flow).filter(waypoint -> wires.hasNoProxy(flow.client()));
    }

    /** Whether a flow leads behind a waypoint and does not go by it. */
    private boolean goesPast(Flow flow) {
        return waypoint(flow).isPresent() && before(flow).isEmpty();
    }

    private Optional<MemberWaypoint> waypoint(Flow flow) {
        return members.namespace(flow.server().namespace()).flatMap(MemberNamespace::waypoint);
    }

    /** What the network and the pods see: a flow through a waypoint is one to it, and one from it. */
    public Flows steps(Flows flows) {
        Map<Step, TreeSet<Integer>> onward = new TreeMap<>();
        for (Flow flow : flows.betweenMembers()) {
            before(flow)
                    .ifPresent(waypoint -> onward.computeIfAbsent(
                                    new Step(waypoint, flow.server()), absent -> new TreeSet<>())
                            .addAll(flow.ports()));
        }
        List<Flow> last = new ArrayList<>();
        onward.forEach((step, ports) -> last.add(new Flow(
                step.waypoint().pods(),
                step.server(),
                List.copyOf(ports),
                step.waypoint().entry())));
        return flows.with(
                flow -> before(flow).map(waypoint -> first(flow, waypoint)).orElse(flow), last);
    }

    /** Says who is let in beside waypoints: what those do with requests, they do not do with theirs. */
    void report(MeshModel model, Target target, Flows flows, Problems problems) {
        Map<String, NavigableSet<String>> past = new TreeMap<>();
        flows.betweenMembers().stream()
                .filter(this::goesPast)
                .forEach(flow -> past.computeIfAbsent(flow.server().namespace(), absent -> new TreeSet<>())
                        .add(client(flow)));
        past.forEach((name, clients) -> members.namespace(name)
                .ifPresent(namespace -> problems.info(
                        ProblemCode.WAYPOINT_GONE_PAST,
                        model.origins().of(namespace.source(), "waypoint"),
                        name,
                        "On platform '" + target.platform().name() + "' these clients come to the pods themselves, with"
                                + " their own identity, and not through the waypoint: " + String.join(", ", clients)
                                + ".",
                        "Let namespaces be ambient whose calls the waypoint must see; what it must do with requests from"
                                + " outside, let the gateway do.")));
    }

    private String client(Flow flow) {
        return members.namespace(flow.client().namespace()).stream()
                .flatMap(namespace -> namespace.gateways().stream())
                .filter(gateway -> gateway.pods().equals(flow.client()))
                .map(gateway -> "gateway " + flow.client().namespace() + "/" + gateway.name())
                .findFirst()
                .orElse("namespace " + flow.client().namespace() + ", which is not ambient");
    }

    /** Of a tunnel the network sees its own port only. */
    private static Flow first(Flow flow, MemberWaypoint waypoint) {
        return new Flow(flow.client(), waypoint.pods(), List.of(Wires.TUNNEL), waypoint.entry());
    }

    private record Step(MemberWaypoint waypoint, Pods server) implements Comparable<Step> {

        @Override
        public int compareTo(Step other) {
            return toString().compareTo(other.toString());
        }
    }
}
