package dev.tenantmesh.verifier.lint.network;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.policy.network.Direction;
import java.util.List;

/**
 * Rules that say less than they seem to and so admit more: an empty one, every pod of the cluster, and two items of a
 * list where one with both selectors was meant.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors">to and from</a>
 */
public final class WideRules implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        WrittenRule.all(context).forEach(rule -> {
            if (rule.peers().isEmpty() && rule.ports().isEmpty()) {
                problems.warning(
                        ProblemCode.RULE_TOO_WIDE,
                        rule.body().origin(),
                        rule.policy().name(),
                        rule.direction() == Direction.INGRESS
                                ? "A rule without peers and ports admits everybody on every port."
                                : "A rule without peers and ports lets the pods reach everything on every port.",
                        "Name the peers and ports, or remove the rule.");
            }
            rule.peers().stream()
                    .filter(WrittenRule::isEveryPod)
                    .filter(peer -> rule.ports().isEmpty())
                    .forEach(peer -> problems.warning(
                            ProblemCode.RULE_TOO_WIDE,
                            peer.origin(),
                            rule.policy().name(),
                            "An empty `namespaceSelector` is every namespace, and without ports it is every port.",
                            "Name the namespaces by `kubernetes.io/metadata.name`, and the ports."));
            alternatives(rule, problems);
        });
    }

    private static void alternatives(WrittenRule rule, Problems problems) {
        List<Mapping> peers = rule.peers();
        for (int i = 0; i + 1 < peers.size(); i++) {
            if (isOnly(peers.get(i), "namespaceSelector") && isOnly(peers.get(i + 1), "podSelector")) {
                problems.warning(
                        ProblemCode.RULE_TOO_WIDE,
                        peers.get(i + 1).originOf("podSelector"),
                        rule.policy().name(),
                        "These are two peers: every pod of those namespaces, and these pods of the policy's own. Pods"
                                + " by labels in namespaces by labels are one peer.",
                        "Remove the `-` before `podSelector` if both are meant at once.");
            }
        }
    }

    private static boolean isOnly(Mapping peer, String selector) {
        return peer.entries().size() == 1
                && peer.get(selector) instanceof Mapping written
                && !written.entries().isEmpty();
    }
}
