package dev.tenantmesh.generator.render.networkpolicyapi;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.guardrail.AdminPolicyPlan;
import dev.tenantmesh.generator.plan.guardrail.AdminRulePlan;
import dev.tenantmesh.generator.plan.guardrail.AdminRulePlan.Action;
import dev.tenantmesh.generator.plan.network.PortRange;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Prints AdminNetworkPolicies. */
public final class AdminNetworkPolicyRenderer implements Renderer {

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.guardrails().adminNetworkPolicies().stream()
                .map(policy -> (Rendered) RenderedObject.open(
                        plan.platform(), print(policy), policy.heading().entry()))
                .toList();
    }

    private static AdminNetworkPolicy print(AdminPolicyPlan policy) {
        return new AdminNetworkPolicy(
                Metadata.of(policy.heading(), Map.of(), Map.of()).build(),
                new AdminNetworkPolicy.Spec(
                        policy.priority(),
                        new AdminNetworkPolicy.Subject(Objects.requireNonNull(
                                Selectors.namespaces(policy.subject()).namespaces())),
                        policy.ingress().stream()
                                .map(rule -> new AdminNetworkPolicy.IngressRule(
                                        rule.name(), action(rule), peers(rule), ports(rule)))
                                .toList(),
                        policy.egress().stream()
                                .map(rule -> new AdminNetworkPolicy.EgressRule(
                                        rule.name(), action(rule), peers(rule), ports(rule)))
                                .toList()));
    }

    private static String action(AdminRulePlan rule) {
        return rule.action() == Action.DENY ? "Deny" : "Pass";
    }

    private static List<AdminNetworkPolicy.Peer> peers(AdminRulePlan rule) {
        return rule.peers().isEmpty()
                ? List.of(peer(Selectors.everyPod()))
                : rule.peers().stream().map(peer -> peer(Selectors.of(peer))).toList();
    }

    private static AdminNetworkPolicy.Peer peer(Selectors selectors) {
        Selectors.Pods pods = selectors.pods();
        return new AdminNetworkPolicy.Peer(
                selectors.namespaces(),
                pods == null ? null : new AdminNetworkPolicy.Pods(pods.namespaceSelector(), pods.podSelector()));
    }

    private static List<AdminNetworkPolicy.Port> ports(AdminRulePlan rule) {
        return rule.ports().stream().map(AdminNetworkPolicyRenderer::port).toList();
    }

    private static AdminNetworkPolicy.Port port(PortRange range) {
        Integer last = range.last();
        return last == null
                ? new AdminNetworkPolicy.Port(new AdminNetworkPolicy.PortNumber(range.first(), range.protocol()), null)
                : new AdminNetworkPolicy.Port(
                        null, new AdminNetworkPolicy.PortRange(range.first(), last, range.protocol()));
    }
}
