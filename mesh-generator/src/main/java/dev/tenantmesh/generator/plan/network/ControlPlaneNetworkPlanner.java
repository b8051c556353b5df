package dev.tenantmesh.generator.plan.network;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.member.MemberGateway;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.MemberWaypoint;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.platform.Peer;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.mesh.ControlPlaneGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Decides the NetworkPolicies of a control plane's namespace: istiod serves its own members, the API server's webhook
 * calls and monitoring; plaintext configuration (15010) and debugging (8080) are for nobody.
 *
 * @see <a href="https://istio.io/latest/docs/ops/deployment/application-requirements/#ports-used-by-istio">ports</a>
 */
public final class ControlPlaneNetworkPlanner {

    private static final int METRICS_PORT = 15_014;
    private static final int WEBHOOK_PORT = 15_017;

    private ControlPlaneNetworkPlanner() {}

    /** The policies of the control plane's namespace; none if somebody else makes the control plane. */
    public static List<NetworkPolicyPlan> plan(Target target, Members members) {
        if (!members.mesh().controlPlane().isGenerated()) {
            return List.of();
        }
        NetworkPolicyPlan closed = NetworkPolicyPlan.defaultDeny(
                heading(members, "default-deny", "nothing comes in or goes out unless a policy names it"));
        NetworkPolicyPlan dns = SystemPolicies.dns(
                target, heading(members, "allow-dns", "egress: names are resolved by the cluster DNS"));
        return switch (target.role(members.mesh())) {
            case PRIMARY -> List.of(closed, dns, istiod(target, members));
            case CONTROL -> List.of(closed, dns, forOthers(target, members));
            case REMOTE, NONE -> List.of(closed);
        };
    }

    private static NetworkPolicyPlan istiod(Target target, Members members) {
        List<Opening> ingress = new ArrayList<>();
        List<Peer> proxies = proxies(target, members);
        if (!proxies.isEmpty()) {
            ingress.add(Opening.of(proxies, List.of(PortRange.tcp(SystemPolicies.XDS_PORT)), "members of the mesh"));
        }
        List<Peer> callers = target.webhookCallers();
        List<PortRange> webhook = List.of(PortRange.tcp(WEBHOOK_PORT));
        ingress.add(
                callers.isEmpty() ? Opening.toEveryone(webhook, "webhooks") : Opening.of(callers, webhook, "webhooks"));
        Optional<Opening> others = target.placement()
                .filter(where -> where.servesOthers(members.mesh()))
                .flatMap(where -> where.gatewayOf(members.mesh()))
                .map(ControlPlaneNetworkPlanner::before);
        others.ifPresent(ingress::add);
        target.monitoring()
                .ifPresent(monitoring -> ingress.add(SystemPolicies.scrape(monitoring, List.of(METRICS_PORT))));
        List<Opening> egress = new ArrayList<>();
        if (!target.apiServer().isEmpty()) {
            egress.add(
                    Opening.of(target.apiServer(), List.of(PortRange.tcp(target.apiServerPort())), "the API server"));
        }
        target.watchedApiServers(members.mesh())
                .forEach((port, servers) -> egress.add(
                        Opening.of(servers, List.of(PortRange.tcp(port)), "the API servers of other clusters")));
        Heading heading = heading(
                members,
                "istiod",
                "ingress 15012: members of the mesh get configuration and certificates\n" + webhooks(target)
                        + (others.isPresent()
                                ? "\ningress 15012 and 15017: the gateway before it serves other clusters"
                                : "")
                        + "\ningress 15014: metrics are scraped\negress: istiod watches the API server");
        return new NetworkPolicyPlan(heading, new TreeMap<>(target.istiodLabels()), ingress, egress, false);
    }

    private static String webhooks(Target target) {
        if (target.hostNetwork().isPresent()) {
            return "ingress 15017: the API server calls webhooks from the host network";
        }
        return target.webhookCallers().isEmpty()
                ? "ingress 15017: the API server calls webhooks, and the network plugin shows it under addresses that"
                        + " are not known beforehand"
                : "ingress 15017: the API server calls webhooks from the addresses of nodes";
    }

    /** Pods that have a proxy of their own or are one; for the others the proxies of nodes ask. */
    private static List<Peer> proxies(Target target, Members members) {
        List<Peer> peers = new ArrayList<>();
        List<String> whole = members.namespaces().stream()
                .filter(namespace -> !namespace.isAmbient())
                .map(MemberNamespace::name)
                .toList();
        if (!whole.isEmpty()) {
            peers.add(new Peer.Named(whole, new TreeMap<>()));
        }
        members.namespaces().stream()
                .filter(MemberNamespace::isAmbient)
                .flatMap(namespace -> Stream.concat(
                        namespace.gateways().stream().map(MemberGateway::pods),
                        namespace.waypoint().stream().map(MemberWaypoint::pods)))
                .forEach(pods -> peers.add(new Peer.Named(pods.namespace(), pods.labels())));
        if (members.hasAmbient()) {
            peers.add(new Peer.Named(target.ztunnelNamespace(), target.ztunnelLabels()));
        }
        return peers;
    }

    /** For members of another cluster, who come by the gateway before it. */
    private static NetworkPolicyPlan forOthers(Target target, Members members) {
        List<Opening> ingress = new ArrayList<>();
        target.placement()
                .flatMap(where -> where.gatewayOf(members.mesh()))
                .ifPresent(gateway -> ingress.add(before(gateway)));
        target.monitoring()
                .ifPresent(monitoring -> ingress.add(SystemPolicies.scrape(monitoring, List.of(METRICS_PORT))));
        List<Opening> egress = new ArrayList<>();
        egress.add(
                Opening.of(target.apiServer(), List.of(PortRange.tcp(target.apiServerPort())), "the API server here"));
        target.watchedApiServers(members.mesh())
                .forEach((port, servers) ->
                        egress.add(Opening.of(servers, List.of(PortRange.tcp(port)), "the API server there")));
        Heading heading = heading(members, "istiod", """
                ingress 15012 and 15017: the gateway before it serves the cluster of its members
                ingress 15014: metrics are scraped
                egress: istiod finds the credentials of the other cluster here, and watches its API server""");
        return new NetworkPolicyPlan(heading, new TreeMap<>(target.istiodLabels()), ingress, egress, false);
    }

    private static Opening before(ControlPlaneGateway gateway) {
        return Opening.of(
                List.of(new Peer.Named(gateway.namespace(), Map.of("istio", gateway.name()))),
                List.of(PortRange.tcp(SystemPolicies.XDS_PORT), PortRange.tcp(WEBHOOK_PORT)),
                "the gateway before it");
    }

    private static Heading heading(Members members, String name, String reason) {
        return new Heading(
                members.mesh().controlPlane().namespace(),
                name,
                members.mesh().name(),
                null,
                "mesh/" + members.mesh().name() + "/controlPlane",
                reason);
    }
}
