package dev.tenantmesh.verifier.lint.authorization;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Action;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Rule;
import java.util.Optional;

/**
 * An empty rule matches everybody, and a policy without rules nobody. What allows adds up, so that one empty rule undoes
 * every policy that closes.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/security/authorization-policy/">AuthorizationPolicy</a>
 */
public final class EmptyShapes implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        for (AuthorizationPolicy policy : context.policies().authorizationPolicies()) {
            if (policy.action() == Action.DENY && policy.rules().isEmpty()) {
                problems.error(
                        ProblemCode.EMPTY_SHAPE,
                        policy.origin(),
                        policy.name(),
                        "It denies by no rule, which never matches: nobody is denied.",
                        "Write `rules: [{}]` to deny everybody, or remove the policy.");
            }
            if (policy.action() == Action.ALLOW) {
                policy.rules().stream()
                        .filter(EmptyShapes::isEmpty)
                        .forEach(rule -> open(policy, rule, context, problems));
            }
        }
    }

    private static boolean isEmpty(Rule rule) {
        return rule.from().isEmpty() && rule.to().isEmpty() && rule.when().isEmpty();
    }

    private static void open(AuthorizationPolicy policy, Rule rule, LintContext context, Problems problems) {
        String fix = "Name whom to allow in `from`, or remove the policy.";
        Optional<AuthorizationPolicy> undone = context.policies().authorizationPolicies().stream()
                .filter(other -> other.action() == Action.ALLOW && other.rules().isEmpty())
                .filter(other -> overlap(policy, other, context))
                .findFirst();
        if (context.isRoot(policy.namespace())) {
            String why = "Everybody is allowed in the whole mesh: no namespace can close itself by a policy that allows"
                    + " less, since what allows adds up.";
            problems.error(ProblemCode.EMPTY_SHAPE, rule.origin(), policy.name(), why, fix);
        } else if (undone.isPresent()) {
            String why = "Everybody is allowed, which undoes " + undone.get().id() + " at "
                    + undone.get().origin() + ", since what allows adds up.";
            problems.error(ProblemCode.EMPTY_SHAPE, rule.origin(), policy.name(), why, fix);
        } else {
            String why = "An empty rule allows everybody, also peers without an identity.";
            problems.warning(ProblemCode.EMPTY_SHAPE, rule.origin(), policy.name(), why, fix);
        }
    }

    private static boolean overlap(AuthorizationPolicy one, AuthorizationPolicy other, LintContext context) {
        boolean near = one.namespace().equals(other.namespace()) || context.isRoot(other.namespace());
        return near
                && (one.pods().isEverything()
                        || other.pods().isEverything()
                        || context.pods(one.namespace()).stream()
                                .anyMatch(pod -> one.pods().selects(pod.labels())
                                        && other.pods().selects(pod.labels())));
    }
}
