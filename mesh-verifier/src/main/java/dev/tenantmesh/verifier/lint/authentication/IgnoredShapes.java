package dev.tenantmesh.verifier.lint.authentication;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import java.util.List;

/**
 * PeerAuthentications, and selectors, that look as if they decided something and do not.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/security/peer_authentication/">PeerAuthentication</a>
 */
public final class IgnoredShapes implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        for (String kind : List.of("PeerAuthentication", "AuthorizationPolicy")) {
            context.manifests()
                    .of("security.istio.io", kind)
                    .forEach(policy -> emptySelector(context, policy, problems));
        }
        context.manifests().of("security.istio.io", "PeerAuthentication").forEach(policy -> {
            Mapping spec = policy.body().at("spec");
            boolean selects = !spec.at("selector", "matchLabels").entries().isEmpty();
            if (selects && context.isRoot(policy.namespace())) {
                problems.error(
                        ProblemCode.POLICY_IGNORED,
                        spec.originOf("selector"),
                        policy.name(),
                        "A PeerAuthentication with a selector is ignored in the root namespace of a mesh, so what it"
                                + " demands is demanded of nobody.",
                        "Remove the selector, or write the policy into the namespace of the pods.");
            }
            if (!selects && spec.get("portLevelMtls") != null) {
                problems.error(
                        ProblemCode.POLICY_IGNORED,
                        spec.originOf("portLevelMtls"),
                        policy.name(),
                        "Modes of ports count only in a policy that selects pods; elsewhere they are refused, or dropped"
                                + " in silence.",
                        "Add `selector.matchLabels`, or remove the modes of ports.");
            }
            unset(context, policy, spec, problems);
        });
    }

    private static void unset(LintContext context, Manifest policy, Mapping spec, Problems problems) {
        String mode = spec.at("mtls").text("mode");
        boolean ports = !spec.at("portLevelMtls").entries().isEmpty();
        if ((mode.isEmpty() || mode.equals("UNSET")) && !ports) {
            problems.warning(
                    ProblemCode.POLICY_IGNORED,
                    spec.at("mtls").originOf("mode"),
                    policy.name(),
                    "Without a mode the policy demands nothing; what a wider scope says goes on to hold"
                            + (context.isRoot(policy.namespace()) ? ", and there is none: PERMISSIVE." : "."),
                    "Write `mtls.mode`, or remove the policy.");
        }
    }

    private static void emptySelector(LintContext context, Manifest policy, Problems problems) {
        Mapping spec = policy.body().at("spec");
        if (!spec.entries().containsKey("selector")
                || !spec.at("selector", "matchLabels").entries().isEmpty()) {
            return;
        }
        boolean ambient = context.scope(policy.namespace()).stream()
                .anyMatch(namespace -> context.enrollment(namespace).plane() == DataPlane.AMBIENT);
        String why =
                "Sidecars take an empty selector for the whole namespace; the proxy of a node attaches the policy to"
                        + " no pod at all" + (ambient ? "." : ", should the namespace ever become ambient.");
        String fix = "Remove `selector`.";
        if (ambient) {
            problems.error(ProblemCode.POLICY_IGNORED, spec.originOf("selector"), policy.name(), why, fix);
        } else {
            problems.warning(ProblemCode.POLICY_IGNORED, spec.originOf("selector"), policy.name(), why, fix);
        }
    }
}
