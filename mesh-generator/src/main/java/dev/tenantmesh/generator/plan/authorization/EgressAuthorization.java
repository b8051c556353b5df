package dev.tenantmesh.generator.plan.authorization;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.authorization.AuthorizationPlan.Action;
import dev.tenantmesh.generator.plan.member.MemberEgressGateway;
import dev.tenantmesh.generator.plan.member.MemberExternal;
import dev.tenantmesh.generator.plan.member.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Decides whom an egress gateway lets through, and where to: each host is for its own clients, so that the gateway is
 * no deputy for anyone else. The host is the name in the handshake of the clients' mutual TLS, which also decides where
 * the gateway leads to.
 */
final class EgressAuthorization {

    private final Members members;
    private final MemberEgressGateway gateway;
    private final SortedMap<String, List<MemberExternal>> byHost = new TreeMap<>();

    EgressAuthorization(Members members, MemberEgressGateway gateway) {
        this.members = members;
        this.gateway = gateway;
        members.through(gateway)
                .forEach(external -> byHost.computeIfAbsent(external.source().host(), host -> new ArrayList<>())
                        .add(external));
    }

    /** Clients are allowed by host; a guard denies all others. Where there are no clients, nobody is allowed. */
    List<AuthorizationPlan> plan() {
        List<AuthorizationPlan> plans = new ArrayList<>();
        plans.add(policy("allow-", "only the clients of each host, on its port", Action.ALLOW, allowed()));
        if (!byHost.isEmpty()) {
            plans.add(
                    policy("guard-", "denies strangers and other hosts, whatever else allows", Action.DENY, denied()));
        }
        return plans;
    }

    private List<AuthorizationRule> allowed() {
        List<AuthorizationRule> rules = new ArrayList<>();
        byHost.forEach((host, externals) -> rules.add(new AuthorizationRule(
                principals(externals), List.of(), ports(externals), List.of(), List.of(host), List.of())));
        return rules;
    }

    private List<AuthorizationRule> denied() {
        List<AuthorizationRule> rules = new ArrayList<>();
        byHost.forEach((host, externals) -> rules.add(new AuthorizationRule(
                List.of(), principals(externals), List.of(), List.of(), List.of(host), List.of())));
        rules.add(new AuthorizationRule(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.copyOf(byHost.keySet())));
        return rules;
    }

    private static List<String> principals(List<MemberExternal> externals) {
        return externals.stream()
                .flatMap(external -> external.clients().stream())
                .map(client -> client.pods().principal())
                .toList();
    }

    private static List<Integer> ports(List<MemberExternal> externals) {
        return externals.stream()
                .map(external -> external.gatewayPort().podPort())
                .toList();
    }

    private AuthorizationPlan policy(String prefix, String reason, Action action, List<AuthorizationRule> rules) {
        Heading heading = members.heading(gateway.namespace(), prefix + gateway.name(), gateway.entry(), reason);
        return new AuthorizationPlan(heading, Map.copyOf(gateway.pods().labels()), action, rules);
    }
}
