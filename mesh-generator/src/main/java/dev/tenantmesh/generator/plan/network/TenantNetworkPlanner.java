package dev.tenantmesh.generator.plan.network;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.flow.ExternalFlow;
import dev.tenantmesh.generator.plan.flow.Flows;
import dev.tenantmesh.generator.plan.flow.PlaintextFlow;
import dev.tenantmesh.generator.plan.flow.ThroughWaypoints;
import dev.tenantmesh.generator.plan.flow.Wires;
import dev.tenantmesh.generator.plan.member.MemberEgressGateway;
import dev.tenantmesh.generator.plan.member.MemberGateway;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.MemberWaypoint;
import dev.tenantmesh.generator.plan.member.MemberWorkload;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.plan.member.Pods;
import dev.tenantmesh.generator.platform.Peer;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.Placement.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides the NetworkPolicies of tenant namespaces: closed both ways, then one policy for each thing that is open.
 * Every flow is opened at both of its ends.
 */
public final class TenantNetworkPlanner {

    private static final int MOST_REASONS = 30;

    private final Target target;
    private final Members members;
    private final Flows flows;
    private final MeshOpenings openings;

    private TenantNetworkPlanner(Target target, Members members, Flows flows, Wires wires) {
        this.target = target;
        this.members = members;
        this.flows = new ThroughWaypoints(members, wires).steps(flows);
        this.openings = new MeshOpenings(wires);
    }

    /** The policies of every member namespace. */
    public static List<NetworkPolicyPlan> plan(Target target, Members members, Flows flows, Wires wires) {
        TenantNetworkPlanner planner = new TenantNetworkPlanner(target, members, flows, wires);
        return members.namespaces().stream()
                .flatMap(planner::plan)
                .filter(NetworkPolicyPlan::isNeeded)
                .toList();
    }

    private Stream<NetworkPolicyPlan> plan(MemberNamespace namespace) {
        List<NetworkPolicyPlan> policies = new ArrayList<>();
        policies.add(NetworkPolicyPlan.defaultDeny(members.heading(
                namespace,
                "default-deny",
                namespace.entry(),
                "nothing comes in or goes out unless a policy names it")));
        policies.add(SystemPolicies.dns(
                target,
                members.heading(
                        namespace, "allow-dns", namespace.entry(), "egress: names are resolved by the cluster DNS")));
        if (!namespace.isAmbient()) {
            policies.addAll(ofProxies(namespace));
        }
        policies.add(inside(namespace));
        namespace.workloads().forEach(workload -> policies.add(workload(namespace, workload)));
        namespace.gateways().forEach(gateway -> policies.add(gateway(namespace, gateway)));
        namespace.waypoint().ifPresent(waypoint -> policies.add(waypoint(namespace, waypoint)));
        members.egressGateways(namespace).forEach(gateway -> policies.add(egressGateway(gateway)));
        members.controlPlaneGateways(namespace)
                .forEach(gateway -> policies.add(ClusterPolicies.controlPlaneGateway(members, gateway)));
        policies.addAll(labelledPods(namespace));
        policies.addAll(GrantPolicies.egress(target, members, namespace));
        return policies.stream();
    }

    /** What every pod needs that has a proxy of its own. */
    private List<NetworkPolicyPlan> ofProxies(MemberNamespace namespace) {
        List<NetworkPolicyPlan> policies = new ArrayList<>();
        policies.add(istiod(namespace));
        policies.addAll(SystemPolicies.monitoring(
                target,
                members.heading(
                        namespace,
                        "allow-monitoring",
                        namespace.entry(),
                        "ingress: metrics of the proxies are scraped")));
        return policies;
    }

    private Opening toIstiod() {
        List<Peer> istiod = target.role(members.mesh()) == Role.REMOTE
                ? target.controlPlaneAddresses(members.mesh())
                : List.of(new Peer.Named(members.mesh().controlPlane().namespace(), target.istiodLabels()));
        return Opening.of(istiod, List.of(PortRange.tcp(SystemPolicies.XDS_PORT)), "istiod");
    }

    private NetworkPolicyPlan istiod(MemberNamespace namespace) {
        Heading heading = members.heading(
                namespace,
                "allow-istiod",
                namespace.entry(),
                "egress: proxies get configuration and certificates from the control plane");
        return NetworkPolicyPlan.egress(heading, Map.of(), List.of(toIstiod()));
    }

    /** What every pod of the namespace may reach, and for an open namespace who may reach every pod of it. */
    private NetworkPolicyPlan inside(MemberNamespace namespace) {
        List<Opening> egress = new ArrayList<>();
        flows.insideFrom(namespace.everyPod()).forEach(flow -> egress.add(openings.toServer(flow)));
        flows.openFrom(namespace.everyPod()).forEach(flow -> egress.add(openings.toOpen(flow)));
        egress.addAll(egress(namespace.everyPod()));
        List<Opening> ingress = new ArrayList<>(openings.fromInside(
                flows.openTo(namespace.everyPod()), "from inside the boundary of " + namespace.entry()));
        if (namespace.isAmbient() && namespace.isOpen()) {
            ingress.add(MeshOpenings.probes(target.probes(), List.of()));
        }
        Heading heading = members.heading(namespace, "allow-inside", namespace.entry(), reason(ingress, egress));
        return new NetworkPolicyPlan(heading, new TreeMap<>(), ingress, egress, false);
    }

    private NetworkPolicyPlan workload(MemberNamespace namespace, MemberWorkload workload) {
        List<Opening> ingress = new ArrayList<>(openings.fromInside(
                flows.insideTo(workload.pods()),
                workload.podPorts(),
                "from inside the boundary of " + workload.entry()));
        flows.edgesTo(workload.pods()).forEach(flow -> ingress.add(openings.fromClient(flow)));
        flows.plaintextTo(workload.pods()).stream()
                .filter(flow -> flow.kind() != PlaintextFlow.Kind.ROUTER)
                .forEach(flow -> ingress.add(plaintext(flow)));
        if (namespace.isAmbient() && !workload.probes().isEmpty()) {
            ingress.add(MeshOpenings.probes(target.probes(), workload.probes()));
        }
        List<Opening> egress = egress(workload.pods());
        Heading heading =
                members.heading(namespace, "workload-" + workload.name(), workload.entry(), reason(ingress, egress));
        return new NetworkPolicyPlan(heading, workload.pods().labels(), ingress, egress, false);
    }

    private NetworkPolicyPlan gateway(MemberNamespace namespace, MemberGateway gateway) {
        List<Opening> ingress = GatewayOpenings.of(target, gateway);
        flows.edgesTo(gateway.pods()).forEach(flow -> ingress.add(openings.fromClient(flow)));
        List<Opening> egress = new ArrayList<>(egress(gateway.pods()));
        if (namespace.isAmbient()) {
            egress.add(toIstiod());
            target.monitoring()
                    .ifPresent(monitoring -> ingress.add(SystemPolicies.scrape(monitoring, target.scrapedPorts())));
        }
        Heading heading =
                members.heading(namespace, "gateway-" + gateway.name(), gateway.entry(), reason(ingress, egress));
        return new NetworkPolicyPlan(heading, gateway.pods().labels(), ingress, egress, false);
    }

    /** In by the clients of what is behind it, in tunnels alone, and on to that alone. */
    private NetworkPolicyPlan waypoint(MemberNamespace namespace, MemberWaypoint waypoint) {
        List<Opening> ingress = new ArrayList<>(openings.fromInside(
                flows.insideTo(waypoint.pods()),
                List.of(Wires.TUNNEL),
                "from inside the boundary of what is behind it"));
        flows.edgesTo(waypoint.pods()).forEach(flow -> ingress.add(openings.fromClient(flow)));
        target.monitoring()
                .ifPresent(monitoring -> ingress.add(SystemPolicies.scrape(monitoring, target.scrapedPorts())));
        List<Opening> egress = new ArrayList<>(egress(waypoint.pods()));
        egress.add(toIstiod());
        Heading heading =
                members.heading(namespace, "waypoint-" + waypoint.name(), waypoint.entry(), reason(ingress, egress));
        return new NetworkPolicyPlan(heading, waypoint.pods().labels(), ingress, egress, false);
    }

    /** In by its clients alone, and out to their externals alone. */
    private NetworkPolicyPlan egressGateway(MemberEgressGateway gateway) {
        List<Opening> ingress =
                flows.edgesTo(gateway.pods()).stream().map(openings::fromClient).toList();
        List<Opening> egress = egress(gateway.pods());
        Heading heading = members.heading(
                gateway.namespace(), "gateway-" + gateway.name(), gateway.entry(), reason(ingress, egress));
        return new NetworkPolicyPlan(heading, gateway.pods().labels(), ingress, egress, false);
    }

    private List<NetworkPolicyPlan> labelledPods(MemberNamespace namespace) {
        List<NetworkPolicyPlan> policies = new ArrayList<>();
        for (MemberWorkload workload : namespace.workloads()) {
            flows.plaintextTo(workload.pods()).stream()
                    .filter(flow -> flow.kind() == PlaintextFlow.Kind.ROUTER)
                    .forEach(flow -> policies.add(NetworkPolicyPlan.ingress(
                            members.heading(
                                    namespace,
                                    "router-" + workload.name(),
                                    flow.entry(),
                                    "ingress: the router reaches pods that carry its label, on their plaintext ports"),
                            flow.server().labels(),
                            List.of(plaintext(flow)))));
        }
        return policies;
    }

    private List<Opening> egress(Pods client) {
        return Stream.concat(
                        flows.edgesFrom(client).stream().map(openings::toServer),
                        flows.externalFrom(client).stream().map(TenantNetworkPlanner::outside))
                .toList();
    }

    private static Opening outside(ExternalFlow flow) {
        String why = flow.reason() == null ? "" : ": " + flow.reason();
        return Opening.of(flow.addresses(), MeshOpenings.tcp(flow.ports()), "to " + flow.entry() + why);
    }

    private static Opening plaintext(PlaintextFlow flow) {
        return Opening.of(List.of(flow.client()), MeshOpenings.tcp(flow.ports()), "in plaintext, by " + flow.entry());
    }

    /** One line a rule; annotations are limited in size, so a long list is cut short. */
    private static String reason(List<Opening> ingress, List<Opening> egress) {
        List<String> lines = Stream.concat(
                        ingress.stream().map(opening -> "ingress " + opening.reason()),
                        egress.stream().map(opening -> "egress " + opening.reason()))
                .distinct()
                .toList();
        String shown = lines.stream().limit(MOST_REASONS).collect(Collectors.joining("\n"));
        return lines.size() > MOST_REASONS ? shown + "\nand " + (lines.size() - MOST_REASONS) + " more" : shown;
    }
}
