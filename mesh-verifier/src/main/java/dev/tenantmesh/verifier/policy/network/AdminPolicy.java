package dev.tenantmesh.verifier.policy.network;

import dev.tenantmesh.model.problem.Origin;
import java.util.List;
import java.util.Map;

/**
 * A policy of the cluster's administrators, before or after all NetworkPolicies.
 *
 * @param kind as written, for messages
 * @param name its name
 * @param tier before or after
 * @param priority the lower, the earlier; policies of one priority have no order
 * @param subject the pods it is about
 * @param rules by direction, in their order; the first that matches decides
 * @param origin where it was written
 * @see <a href="https://network-policy-api.sigs.k8s.io/api-overview/">Network Policy API</a>
 */
public record AdminPolicy(
        String kind,
        String name,
        Tier tier,
        int priority,
        Peer.Pods subject,
        Map<Direction, List<AdminRule>> rules,
        Origin origin) {

    /** When a policy has its say. */
    public enum Tier {
        /** Before NetworkPolicies. */
        ADMIN,
        /** After them, for pods that none of them selects. */
        BASELINE
    }

    /** What a rule does with what it matches. */
    public enum Action {
        ALLOW,
        DENY,
        /** Leaves the decision to what comes after the tier. */
        PASS
    }

    /**
     * One rule.
     *
     * @param action what it does
     * @param match peers and ports; of peers there is at least one
     */
    public record AdminRule(Action action, NetworkRule match) {}

    public AdminPolicy {
        rules = Map.copyOf(rules);
    }

    /** How messages call it. */
    public String id() {
        return kind + " " + name;
    }
}
