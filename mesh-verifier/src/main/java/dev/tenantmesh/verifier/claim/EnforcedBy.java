package dev.tenantmesh.verifier.claim;

import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.policy.network.NetworkPolicy;
import dev.tenantmesh.verifier.policy.network.NetworkRule;
import java.util.List;
import java.util.Map;

/** A layer that enforces by itself, as if no other were there. */
public enum EnforcedBy {
    /** NetworkPolicies of the destination. */
    INGRESS,
    /** NetworkPolicies of the source. */
    EGRESS,
    /** Proxies: PeerAuthentications and AuthorizationPolicies. */
    MESH;

    /** Only its policies. */
    PolicyModel only(PolicyModel policies) {
        return switch (this) {
            case INGRESS -> network(policies, Direction.INGRESS);
            case EGRESS -> network(policies, Direction.EGRESS);
            case MESH -> policies.withoutNetworkPolicies();
        };
    }

    private static PolicyModel network(PolicyModel policies, Direction direction) {
        return policies.withMeshPolicies(List.of(), List.of())
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
