package dev.tenantmesh.generator.plan.network;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.controlplane.ZtunnelPlan;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.platform.Peer;
import dev.tenantmesh.generator.platform.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides the NetworkPolicies of the proxies of nodes. They speak for pods in the network of each pod, so that what
 * pods say is none of theirs: in their own, they only ask their control plane, and are scraped.
 *
 * @see <a href="https://istio.io/latest/docs/ambient/architecture/traffic-redirection/">in-pod redirection</a>
 */
public final class ZtunnelNetworkPlanner {

    private static final int METRICS_PORT = 15_020;

    private ZtunnelNetworkPlanner() {}

    /** The policies of their namespace; none if somebody else makes them. */
    public static List<NetworkPolicyPlan> plan(Target target, Members members, Optional<ZtunnelPlan> ztunnel) {
        return ztunnel.stream()
                .flatMap(proxies -> plan(target, members, proxies).stream())
                .toList();
    }

    private static List<NetworkPolicyPlan> plan(Target target, Members members, ZtunnelPlan ztunnel) {
        Heading closed =
                heading(members, ztunnel, "default-deny", "nothing comes in or goes out unless a policy names it");
        Heading dns = heading(members, ztunnel, "allow-dns", "egress: names are resolved by the cluster DNS");
        return Stream.of(
                        NetworkPolicyPlan.defaultDeny(closed),
                        SystemPolicies.dns(target, dns),
                        ztunnel(target, members, ztunnel))
                .toList();
    }

    private static NetworkPolicyPlan ztunnel(Target target, Members members, ZtunnelPlan ztunnel) {
        List<Opening> scraped = target.monitoring().stream()
                .map(monitoring -> SystemPolicies.scrape(monitoring, List.of(METRICS_PORT)))
                .toList();
        Peer istiod = new Peer.Named(ztunnel.controlPlaneNamespace(), target.istiodLabels());
        String reason = "egress: proxies of nodes get configuration, and certificates for their pods"
                + (scraped.isEmpty() ? "" : "\ningress 15020: metrics are scraped");
        return new NetworkPolicyPlan(
                heading(members, ztunnel, "ztunnel", reason),
                target.ztunnelLabels(),
                scraped,
                List.of(Opening.of(List.of(istiod), List.of(PortRange.tcp(SystemPolicies.XDS_PORT)), "istiod")),
                false);
    }

    private static Heading heading(Members members, ZtunnelPlan ztunnel, String name, String reason) {
        return new Heading(
                ztunnel.namespace(),
                name,
                members.mesh().name(),
                null,
                ztunnel.heading().entry(),
                reason);
    }
}
