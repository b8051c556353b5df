package dev.tenantmesh.verifier.claim;

import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.network.AdminPolicy;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.policy.network.NetworkPolicy;
import dev.tenantmesh.verifier.policy.network.NetworkRule;
import java.util.List;
import java.util.Map;

/** A layer that enforces by itself, as if no other were there. */
public enum EnforcedBy {
    /** Policies of the cluster's administrators, of both ends, whatever NetworkPolicies open. */
    ADMIN,
    /** Those of them that come before all that leave or allow anything, so that nobody overrides them. */
    DENIES,
    /** NetworkPolicies of the destination. */
    INGRESS,
    /** NetworkPolicies of the source. */
    EGRESS,
    /** Proxies: PeerAuthentications and AuthorizationPolicies. */
    MESH,
    /** All of them, for those who take no waypoint. */
    ALL_BUT_WAYPOINTS;

    /** Only its policies. */
    PolicyModel only(PolicyModel policies) {
        return switch (this) {
            case ADMIN ->
                policies.withMeshPolicies(List.of(), List.of())
                        .withNetworkPolicies(List.of())
                        .withAdminPolicies(beforeNetworkPolicies(policies.adminPolicies()));
            case DENIES -> ADMIN.only(policies).withAdminPolicies(first(policies.adminPolicies()));
            case INGRESS -> network(policies, Direction.INGRESS);
            case EGRESS -> network(policies, Direction.EGRESS);
            case MESH -> policies.withoutNetworkPolicies();
            case ALL_BUT_WAYPOINTS -> policies.withWaypoints(List.of());
        };
    }

    private static List<AdminPolicy> beforeNetworkPolicies(List<AdminPolicy> policies) {
        return policies.stream()
                .filter(policy -> policy.tier() == AdminPolicy.Tier.ADMIN)
                .toList();
    }

    private static List<AdminPolicy> first(List<AdminPolicy> policies) {
        List<AdminPolicy> asked = beforeNetworkPolicies(policies);
        int end = asked.stream()
                .filter(policy -> policy.rules().values().stream()
                        .flatMap(List::stream)
                        .anyMatch(rule -> rule.action() != AdminPolicy.Action.DENY))
                .mapToInt(AdminPolicy::priority)
                .min()
                .orElse(Integer.MAX_VALUE);
        return asked.stream().filter(policy -> policy.priority() < end).toList();
    }

    private static PolicyModel network(PolicyModel policies, Direction direction) {
        return policies.withMeshPolicies(List.of(), List.of())
                .withAdminPolicies(List.of())
                .withNetworkPolicies(policies.networkPolicies().stream()
                        .filter(policy -> policy.directions().contains(direction))
                        .map(policy -> only(policy, direction))
                        .toList());
    }

    private static NetworkPolicy only(NetworkPolicy policy, Direction direction) {
        Map<Direction, List<NetworkRule>> rules =
                Map.of(direction, policy.rules().getOrDefault(direction, List.of()));
        return new NetworkPolicy(policy.namespace(), policy.name(), policy.pods(), rules, policy.origin());
    }
}
