package dev.tenantmesh.generator.render.networkpolicyapi;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.guardrail.AdminPolicyPlan;
import dev.tenantmesh.generator.plan.guardrail.AdminRulePlan;
import dev.tenantmesh.generator.plan.guardrail.AdminRulePlan.Action;
import dev.tenantmesh.generator.plan.network.PortRange;
import dev.tenantmesh.generator.platform.Peer;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Prints ClusterNetworkPolicies of the tier that is asked first. */
public final class ClusterNetworkPolicyRenderer implements Renderer {

    private static final List<String> EVERY_ADDRESS = List.of("0.0.0.0/0", "::/0");

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.guardrails().clusterNetworkPolicies().stream()
                .map(policy -> (Rendered) RenderedObject.open(
                        plan.platform(), print(policy), policy.heading().entry()))
                .toList();
    }

    private static ClusterNetworkPolicy print(AdminPolicyPlan policy) {
        return new ClusterNetworkPolicy(
                Metadata.of(policy.heading(), Map.of(), Map.of()).build(),
                new ClusterNetworkPolicy.Spec(
                        "Admin",
                        policy.priority(),
                        new ClusterNetworkPolicy.Subject(Objects.requireNonNull(
                                Selectors.namespaces(policy.subject()).namespaces())),
                        policy.ingress().stream()
                                .map(rule -> new ClusterNetworkPolicy.IngressRule(
                                        rule.name(), action(rule), peers(rule, List.of()), protocols(rule)))
                                .toList(),
                        policy.egress().stream()
                                .map(rule -> new ClusterNetworkPolicy.EgressRule(
                                        rule.name(), action(rule), peers(rule, EVERY_ADDRESS), protocols(rule)))
                                .toList()));
    }

    private static String action(AdminRulePlan rule) {
        return rule.action() == Action.DENY ? "Deny" : "Pass";
    }

    /** @param addresses those that a rule about everybody is about, beside pods */
    private static List<ClusterNetworkPolicy.Peer> peers(AdminRulePlan rule, List<String> addresses) {
        if (!rule.peers().isEmpty()) {
            return rule.peers().stream().map(ClusterNetworkPolicyRenderer::peer).toList();
        }
        ClusterNetworkPolicy.Peer everyPod = pods(Selectors.everyPod());
        return addresses.isEmpty() ? List.of(everyPod) : List.of(everyPod, networks(addresses));
    }

    private static ClusterNetworkPolicy.Peer peer(Peer peer) {
        return peer instanceof Peer.Addresses addresses
                ? networks(List.of(addresses.cidr()))
                : pods(Selectors.of(peer));
    }

    private static ClusterNetworkPolicy.Peer networks(List<String> cidrs) {
        return new ClusterNetworkPolicy.Peer(null, null, cidrs);
    }

    private static ClusterNetworkPolicy.Peer pods(Selectors selectors) {
        Selectors.Pods pods = selectors.pods();
        return new ClusterNetworkPolicy.Peer(
                selectors.namespaces(),
                pods == null ? null : new ClusterNetworkPolicy.Pods(pods.namespaceSelector(), pods.podSelector()),
                null);
    }

    private static List<Map<String, ClusterNetworkPolicy.Protocol>> protocols(AdminRulePlan rule) {
        return rule.ports().stream()
                .map(range -> Map.of(
                        range.protocol().toLowerCase(Locale.ROOT), new ClusterNetworkPolicy.Protocol(ports(range))))
                .toList();
    }

    private static ClusterNetworkPolicy.Ports ports(PortRange range) {
        Integer last = range.last();
        return last == null
                ? new ClusterNetworkPolicy.Ports(range.first(), null)
                : new ClusterNetworkPolicy.Ports(null, new ClusterNetworkPolicy.Range(range.first(), last));
    }
}
