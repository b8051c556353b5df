package dev.tenantmesh.verifier.lint.network;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;

/**
 * Ports by the name that the destination's containers give them: whoever makes the pods decides which port that is.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/#NetworkPolicyPort">NetworkPolicyPort</a>
 */
public final class NamedPorts implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        WrittenRule.all(context)
                .forEach(rule -> rule.ports().stream()
                        .filter(port -> !port.text("port").isEmpty()
                                && !port.text("port").matches("[0-9]+"))
                        .forEach(port -> problems.warning(
                                ProblemCode.NAMED_PORT,
                                port.originOf("port"),
                                port.text("port"),
                                "Which port this is, the destination's containers say: whoever makes the pods opens any port by"
                                        + " naming it so.",
                                "Write the number.")));
    }
}
