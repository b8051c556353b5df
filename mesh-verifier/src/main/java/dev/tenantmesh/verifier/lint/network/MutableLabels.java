package dev.tenantmesh.verifier.lint.network;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.select.Requirement;
import dev.tenantmesh.verifier.world.Namespace;

/**
 * Peers by labels of namespaces that are not the name: whoever may change labels of a namespace joins them.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/rbac-good-practices/#namespace-modification">Namespace modification</a>
 */
public final class MutableLabels implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        WrittenRule.all(context)
                .filter(rule -> rule.direction() == Direction.INGRESS)
                .forEach(rule -> rule.peers().forEach(peer -> check(peer, problems)));
    }

    private static void check(Mapping peer, Problems problems) {
        LabelSelector selector = WrittenRule.selector(peer.at("namespaceSelector"));
        if (!selector.isEverything() && selector.requirements().stream().noneMatch(MutableLabels::isAnchor)) {
            problems.warning(
                    ProblemCode.MUTABLE_LABEL,
                    peer.originOf("namespaceSelector"),
                    selector.toString(),
                    "Whoever may change the labels of any namespace lets it in here; only the label of the name is kept"
                            + " by the API server.",
                    "Select by `kubernetes.io/metadata.name`, or accept the finding and say who guards the label.");
        }
    }

    private static boolean isAnchor(Requirement requirement) {
        return requirement.key().equals(Namespace.NAME_LABEL) && requirement.operator() == Requirement.Operator.IN;
    }
}
