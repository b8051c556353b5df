package dev.tenantmesh.generator.plan.network;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.cluster.ControlPlanePorts;
import dev.tenantmesh.generator.plan.cluster.Crossing;
import dev.tenantmesh.generator.plan.cluster.Crossing.Outgoing;
import dev.tenantmesh.generator.plan.cluster.EastWestPlanner;
import dev.tenantmesh.generator.plan.flow.Flow;
import dev.tenantmesh.generator.plan.member.MemberControlPlaneGateway;
import dev.tenantmesh.generator.plan.member.MemberEastWestGateway;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.plan.member.Pods;
import dev.tenantmesh.generator.platform.Peer;
import dev.tenantmesh.generator.platform.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What comes in from other clusters, and goes to them: pods of another network are met at gateways only, and who they are
 * is for the proxies to ask.
 */
public final class ClusterPolicies {

    private final Members members;
    private final MemberEastWestGateway gateway;
    private final Crossing crossing;

    private ClusterPolicies(Members members, MemberEastWestGateway gateway, Crossing crossing) {
        this.members = members;
        this.gateway = gateway;
        this.crossing = crossing;
    }

    /** The policies of what goes between clusters; none where nobody is in another one. */
    public static List<NetworkPolicyPlan> crossing(Target target, Members members, Crossing crossing) {
        return members.eastWest().stream()
                .map(gateway -> new ClusterPolicies(members, gateway, crossing))
                .flatMap(policies -> Stream.concat(Stream.of(policies.gateway(target)), policies.ofMembers()))
                .filter(NetworkPolicyPlan::isNeeded)
                .toList();
    }

    /** In from the other clusters, if they may call anybody here, and on to exported workloads, on their ports only. */
    private NetworkPolicyPlan gateway(Target target) {
        List<Opening> ingress = crossing.incoming().isEmpty()
                ? List.of()
                : List.of(Opening.of(
                        addresses(target.seenFrom(members.mesh())),
                        List.of(PortRange.tcp(EastWestPlanner.PORT)),
                        "members of other clusters"));
        List<Opening> egress = crossing.incoming().stream()
                .map(flow -> Opening.of(
                        List.of(new Peer.Named(
                                flow.server().namespace(), flow.server().labels())),
                        tcp(flow),
                        "to " + flow.server().namespace()))
                .toList();
        Heading heading = members.heading(
                gateway.namespace(),
                "gateway-" + gateway.name(),
                gateway.entry(),
                "ingress: members of other clusters come with mutual TLS, which goes through\n"
                        + "egress: workloads with exported Services that somebody there may call");
        return new NetworkPolicyPlan(heading, gateway.pods().labels(), ingress, egress, false);
    }

    private Stream<NetworkPolicyPlan> ofMembers() {
        return members.namespaces().stream()
                .flatMap(namespace -> pods(namespace).entrySet().stream()
                        .map(named -> policy(namespace, named.getKey(), named.getValue())));
    }

    /** The pods of a namespace that may have to do with other clusters, by the name of their policy. */
    private static Map<String, Pods> pods(MemberNamespace namespace) {
        Map<String, Pods> pods = new LinkedHashMap<>();
        pods.put("clusters", namespace.everyPod());
        namespace.workloads().forEach(workload -> pods.put("clusters-workload-" + workload.name(), workload.pods()));
        namespace.gateways().forEach(gateway -> pods.put("clusters-gateway-" + gateway.name(), gateway.pods()));
        return pods;
    }

    private NetworkPolicyPlan policy(MemberNamespace namespace, String name, Pods pods) {
        List<Opening> ingress = new ArrayList<>();
        NavigableSet<String> entries = new TreeSet<>();
        for (Flow flow : crossing.incoming()) {
            if (flow.server().equals(pods)) {
                ingress.add(Opening.of(
                        List.of(new Peer.Named(
                                gateway.namespace().name(), gateway.pods().labels())),
                        tcp(flow),
                        "by " + gateway.name()));
                entries.add("ingress by " + flow.entry() + ", from other clusters");
            }
        }
        NavigableSet<String> there = new TreeSet<>();
        for (Outgoing outgoing : crossing.outgoing()) {
            if (outgoing.flow().client().equals(pods)) {
                outgoing.clusters()
                        .forEach(cluster -> there.addAll(gateway.source().in(cluster.name())));
                entries.add("egress to " + outgoing.flow().entry() + ", in other clusters");
            }
        }
        List<Opening> egress = there.isEmpty()
                ? List.of()
                : List.of(Opening.of(
                        addresses(there), List.of(PortRange.tcp(EastWestPlanner.PORT)), "gateways of other clusters"));
        Heading heading = members.heading(namespace, name, namespace.entry(), String.join("\n", entries));
        return new NetworkPolicyPlan(heading, pods.labels(), ingress, egress, false);
    }

    private static List<PortRange> tcp(Flow flow) {
        return flow.ports().stream().map(PortRange::tcp).toList();
    }

    private static List<Peer> addresses(Iterable<String> cidrs) {
        NavigableSet<String> sorted = new TreeSet<>();
        cidrs.forEach(sorted::add);
        return sorted.stream().map(cidr -> (Peer) new Peer.Addresses(cidr)).toList();
    }

    /** In from the other cluster, and on to the control plane, on its ports only. */
    static NetworkPolicyPlan controlPlaneGateway(Members members, MemberControlPlaneGateway gateway) {
        List<PortRange> ports = List.of(PortRange.tcp(ControlPlanePorts.XDS), PortRange.tcp(ControlPlanePorts.WEBHOOK));
        Peer istiod = new Peer.Named(gateway.serves().controlPlane().namespace(), Map.of("app", "istiod"));
        Heading heading = members.heading(
                gateway.namespace(),
                "gateway-" + gateway.name(),
                gateway.entry(),
                "ingress: proxies and API servers of the other cluster come for their control plane\n"
                        + "egress: the control plane");
        return new NetworkPolicyPlan(
                heading,
                gateway.pods().labels(),
                List.of(Opening.of(addresses(gateway.source().sourceRanges()), ports, "the other cluster")),
                List.of(Opening.of(List.of(istiod), ports, "the control plane")),
                false);
    }
}
