package dev.tenantmesh.verifier.lint.network;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.policy.network.AdminPolicy;
import dev.tenantmesh.verifier.policy.network.AdminPolicy.Action;
import dev.tenantmesh.verifier.policy.network.AdminPolicy.Tier;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.policy.network.Peer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Policies of administrators without an order among them, and those that open before any tenant is asked.
 *
 * @see <a href="https://network-policy-api.sigs.k8s.io/api-overview/">Network Policy API</a>
 */
public final class AdminOrder implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        List<AdminPolicy> first = context.policies().adminPolicies().stream()
                .filter(policy -> policy.tier() == Tier.ADMIN)
                .sorted(Comparator.comparing(AdminPolicy::origin))
                .toList();
        Map<Integer, List<AdminPolicy>> byPriority =
                first.stream().collect(Collectors.groupingBy(AdminPolicy::priority, TreeMap::new, Collectors.toList()));
        byPriority.forEach((priority, alike) -> alike.stream()
                .skip(1)
                .forEach(later -> problems.warning(
                        ProblemCode.ADMIN_ORDER,
                        later.origin(),
                        String.valueOf(priority),
                        alike.get(0).id() + " at " + alike.get(0).origin()
                                + " has the same priority: which of the two decides" + " first is up to the cluster.",
                        "Give each policy a priority of its own.")));
        first.forEach(policy -> policy.rules().getOrDefault(Direction.INGRESS, List.of()).stream()
                .filter(rule -> rule.action() == Action.ALLOW)
                .filter(rule -> rule.match().peers().stream().anyMatch(AdminOrder::isEverybody))
                .forEach(rule -> problems.warning(
                        ProblemCode.ADMIN_ORDER,
                        rule.match().origin(),
                        policy.name(),
                        "It admits every pod before any NetworkPolicy is asked, so that no tenant can close what it opens.",
                        "Name the peers, or write Pass, which leaves the decision to the tenants.")));
    }

    private static boolean isEverybody(Peer peer) {
        return peer instanceof Peer.Pods pods
                && pods.namespaces().map(selector -> selector.isEverything()).orElse(false)
                && pods.pods().map(selector -> selector.isEverything()).orElse(true);
    }
}
