package dev.tenantmesh.verifier.lint.authorization;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Action;

/**
 * Policies that are only written down and not carried out.
 *
 * @see <a href="https://istio.io/latest/docs/tasks/security/authorization/authz-dry-run/">Dry run</a>
 */
public final class DryRuns implements LintRule {

    private static final String ANNOTATION = "istio.io/dry-run";

    @Override
    public void check(LintContext context, Problems problems) {
        context.manifests()
                .of("security.istio.io", "AuthorizationPolicy")
                .filter(policy -> "true".equals(policy.annotations().get(ANNOTATION)))
                .forEach(policy -> problems.warning(
                        ProblemCode.DRY_RUN,
                        policy.body().at("metadata", "annotations").originOf(ANNOTATION),
                        policy.name(),
                        isOnlyAllow(policy.namespace(), context)
                                ? "The policy is not carried out, and no other one of its namespace allows: everybody who"
                                        + " is not denied gets in."
                                : "The policy is not carried out.",
                        "Remove the annotation once the logs say what was expected."));
    }

    private static boolean isOnlyAllow(String namespace, LintContext context) {
        return context.policies().authorizationPolicies().stream()
                .filter(policy -> policy.namespace().equals(namespace) || context.isRoot(policy.namespace()))
                .filter(policy -> policy.action() == Action.ALLOW)
                .allMatch(AuthorizationPolicy::dryRun);
    }
}
