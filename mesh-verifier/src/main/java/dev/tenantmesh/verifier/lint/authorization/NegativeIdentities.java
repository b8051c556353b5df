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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Rules that a peer gets past by having no identity: allowed as "not that one", or not denied since it is "not this one".
 *
 * @see <a href="https://istio.io/latest/news/security/istio-security-2021-004/">ISTIO-SECURITY-2021-004</a>
 */
public final class NegativeIdentities implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        for (AuthorizationPolicy policy : context.policies().authorizationPolicies()) {
            for (Rule rule : policy.rules()) {
                boolean plaintext = Plaintext.mayReach(policy, rule, context);
                if (policy.action() == Action.ALLOW) {
                    allow(policy, rule, plaintext, problems);
                } else if (policy.action() == Action.DENY && plaintext && deniesByName(rule)) {
                    problems.warning(
                            ProblemCode.NEGATIVE_IDENTITY,
                            rule.origin(),
                            policy.name(),
                            "The port takes plaintext, and a peer without an identity is not one of those denied: whoever"
                                    + " is meant gets in by sending plaintext.",
                            "Make the port STRICT, or deny by what the peer is not, such as `notNamespaces`.");
                }
            }
        }
    }

    private static void allow(AuthorizationPolicy policy, Rule rule, boolean plaintext, Problems problems) {
        boolean named = rule.when().stream().anyMatch(clause -> names(clause.values()));
        if (named || rule.from().stream().noneMatch(NegativeIdentities::isOnlyNegative)) {
            return;
        }
        String why = "It allows everybody but some, " + (plaintext ? "also peers without any identity, " : "")
                + "so that whoever comes into the mesh later gets in as well.";
        String fix = "Name whom to allow, and deny the others by a policy of their own.";
        if (plaintext) {
            problems.error(ProblemCode.NEGATIVE_IDENTITY, rule.origin(), policy.name(), why, fix);
        } else {
            problems.warning(ProblemCode.NEGATIVE_IDENTITY, rule.origin(), policy.name(), why, fix);
        }
    }

    private static boolean isOnlyNegative(Clause clause) {
        return names(clause.notValues()) && !names(clause.values()) && !isNobody(clause);
    }

    /** Not any identity at all: who writes this means peers without one, and nobody else. */
    private static boolean isNobody(Clause clause) {
        return clause.notValues().entrySet().stream()
                .anyMatch(field ->
                        field.getKey().isOfIdentity() && field.getValue().contains("*"));
    }

    private static boolean deniesByName(Rule rule) {
        return Stream.concat(rule.from().stream(), rule.when().stream())
                .anyMatch(clause -> names(clause.values()) && !names(clause.notValues()));
    }

    private static boolean names(Map<Attribute, List<String>> fields) {
        return fields.keySet().stream().anyMatch(Attribute::isOfIdentity);
    }
}
