package dev.tenantmesh.verifier.lint.admission;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.load.Scalar;
import java.util.List;

/**
 * Policies that nothing binds, whose bindings only warn, or that let through what they cannot evaluate.
 *
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/">Validating Admission
 *     Policy</a>
 */
public final class RefusingNothing implements LintRule {

    static final String GROUP = "admissionregistration.k8s.io";
    static final String POLICY = "ValidatingAdmissionPolicy";

    @Override
    public void check(LintContext context, Problems problems) {
        context.manifests().of(GROUP, POLICY).forEach(policy -> {
            List<Mapping> bindings = context.manifests()
                    .of(GROUP, "ValidatingAdmissionPolicyBinding")
                    .map(binding -> binding.body().at("spec"))
                    .filter(spec -> spec.text("policyName").equals(policy.name()))
                    .toList();
            checkBindings(policy, bindings, problems);
            checkFailures(policy, problems);
        });
    }

    private static void checkBindings(Manifest policy, List<Mapping> bindings, Problems problems) {
        boolean denies = bindings.stream()
                .flatMap(spec -> spec.scalars("validationActions").stream())
                .map(Scalar::text)
                .anyMatch("Deny"::equals);
        if (!denies) {
            problems.error(
                    ProblemCode.ADMITS_ALL_THE_SAME,
                    policy.origin(),
                    policy.name(),
                    bindings.isEmpty()
                            ? "No ValidatingAdmissionPolicyBinding names the policy, so that it refuses nothing."
                            : "Its bindings have no action Deny, so that it refuses nothing.",
                    "Bind it with `validationActions: [Deny]`.");
        }
    }

    private static void checkFailures(Manifest policy, Problems problems) {
        Mapping spec = policy.body().at("spec");
        if (spec.text("failurePolicy").equals("Ignore")) {
            problems.warning(
                    ProblemCode.ADMITS_ALL_THE_SAME,
                    spec.originOf("failurePolicy"),
                    "Ignore",
                    "An object for which an expression cannot be evaluated is admitted, and whoever writes it chooses its"
                            + " shape.",
                    "Write `failurePolicy: Fail`.");
        }
    }
}
