package dev.tenantmesh.verifier.lint.authorization;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.policy.mesh.Attribute;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Action;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Clause;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Rule;
import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the proxy of a node cannot carry out, and does not refuse either: only connections are known there, and only
 * ALLOW and DENY. Sidecars on the other hand leave out policies with targets.
 *
 * @see <a href="https://istio.io/latest/docs/ambient/usage/l4-policy/">Layer 4 security policy</a>
 */
public final class AmbientPolicies implements LintRule {

    private static final Set<Attribute> OF_REQUESTS =
            EnumSet.of(Attribute.REQUEST, Attribute.SERVER_NAME, Attribute.TRUST_DOMAIN);

    @Override
    public void check(LintContext context, Problems problems) {
        context.policies().authorizationPolicies().stream()
                .filter(policy -> !policy.isTargeted() && isAmbient(policy, context))
                .forEach(policy -> check(policy, problems));
    }

    private static void check(AuthorizationPolicy policy, Problems problems) {
        String fix = "Write `targetRefs` with a waypoint, or express it by ALLOW, DENY and fields of a connection.";
        if (policy.action() == Action.CUSTOM || policy.action() == Action.AUDIT) {
            String why = "The proxy of the node knows only ALLOW and DENY: the policy decides about nothing there.";
            problems.error(
                    ProblemCode.NOT_FOR_DATA_PLANE,
                    policy.origin(),
                    policy.action().name(),
                    why,
                    fix);
            return;
        }
        policy.rules().stream()
                .filter(AmbientPolicies::needsMore)
                .forEach(rule -> problems.error(
                        ProblemCode.NOT_FOR_DATA_PLANE,
                        rule.origin(),
                        policy.name(),
                        "The proxy of the node sees no request: " + outcome(policy, rule),
                        fix));
    }

    private static String outcome(AuthorizationPolicy policy, Rule rule) {
        if (policy.action() == Action.ALLOW) {
            return "the rule is dropped and allows nothing.";
        }
        boolean blank = Stream.of(rule.from(), rule.to(), rule.when())
                .anyMatch(clauses -> !clauses.isEmpty() && clauses.stream().allMatch(AmbientPolicies::isBlank));
        return blank
                ? "of a part of the rule nothing is left, so that it never matches and nobody is denied."
                : "what the rule asks of one is left out, and the rest denies more than was written.";
    }

    private static boolean isBlank(Clause clause) {
        return OF_REQUESTS.containsAll(clause.values().keySet())
                && OF_REQUESTS.containsAll(clause.notValues().keySet());
    }

    private static boolean needsMore(Rule rule) {
        return Stream.of(rule.from(), rule.to(), rule.when())
                .flatMap(List::stream)
                .anyMatch(clause -> OF_REQUESTS.stream()
                        .anyMatch(attribute -> clause.values().containsKey(attribute)
                                || clause.notValues().containsKey(attribute)));
    }

    private static boolean isAmbient(AuthorizationPolicy policy, LintContext context) {
        return context.scope(policy.namespace()).stream()
                .flatMap(namespace -> context.selected(namespace, policy.pods()).stream())
                .anyMatch(pod -> context.enrollment(pod).plane() == DataPlane.AMBIENT);
    }
}
