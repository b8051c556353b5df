package dev.tenantmesh.verifier.lint.network;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.load.Scalar;
import java.util.List;
import java.util.Locale;

/**
 * Policies about a direction that they do not close, since {@code policyTypes} leaves it out.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/#NetworkPolicySpec">policyTypes</a>
 */
public final class PolicyTypes implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        context.manifests().of("networking.k8s.io", "NetworkPolicy").forEach(policy -> check(policy, problems));
    }

    private static void check(Manifest policy, Problems problems) {
        Mapping spec = policy.body().at("spec");
        List<String> types =
                spec.scalars("policyTypes").stream().map(Scalar::text).toList();
        boolean egressWritten = spec.entries().containsKey("egress");
        if (types.isEmpty() && egressWritten && spec.all("egress").isEmpty()) {
            problems.error(
                    ProblemCode.POLICY_TYPES,
                    spec.originOf("egress"),
                    policy.name(),
                    "Without `policyTypes` an empty `egress` closes nothing: the pods go on reaching everything.",
                    "Add `policyTypes: [Ingress, Egress]`.");
        } else if (types.isEmpty() && egressWritten && !spec.entries().containsKey("ingress")) {
            problems.warning(
                    ProblemCode.POLICY_TYPES,
                    spec.originOf("egress"),
                    policy.name(),
                    "Without `policyTypes` the policy also closes everything that comes in.",
                    "Write `policyTypes: [Egress]`, or both if that is meant.");
        }
        if (!types.isEmpty()) {
            List.of("Ingress", "Egress").stream()
                    .filter(type -> !types.contains(type))
                    .forEach(type -> unused(policy, spec, type, problems));
        }
    }

    private static void unused(Manifest policy, Mapping spec, String type, Problems problems) {
        String field = type.toLowerCase(Locale.ROOT);
        if (!spec.all(field).isEmpty()) {
            Origin origin = spec.originOf(field);
            problems.error(
                    ProblemCode.POLICY_TYPES,
                    origin,
                    policy.name(),
                    "The rules of `" + field + "` do not count, since `policyTypes` leaves " + type
                            + " out: this direction stays open.",
                    "Add " + type + " to `policyTypes`, or remove the rules.");
        }
    }
}
