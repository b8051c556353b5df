package dev.tenantmesh.verifier.lint.enrollment;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.lint.rule.Workload;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pods that join a mesh by labels of their own, where their namespace says nothing: whoever makes pods there chooses
 * whose identities they get.
 *
 * @see <a href="https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/#controlling-the-injection-policy">Controlling the injection policy</a>
 */
public final class SelfEnrolled implements LintRule {

    private static final Set<String> OF_NAMESPACES =
            Set.of("istio-injection", "istio.io/rev", "istio.io/dataplane-mode");
    private static final List<String> OF_PODS =
            List.of("istio.io/rev", "sidecar.istio.io/inject", "istio.io/dataplane-mode");

    @Override
    public void check(LintContext context, Problems problems) {
        for (Workload workload : context.workloads()) {
            Map<String, String> labels = workload.pod().labels();
            boolean silent = workload.pod().namespace().isDeclared()
                    && workload.pod().namespace().labels().keySet().stream().noneMatch(OF_NAMESPACES::contains);
            boolean member = context.policies()
                    .members()
                    .containsKey(workload.pod().namespace().name());
            if (silent && !member && !workload.pod().hostNetwork()) {
                OF_PODS.stream()
                        .filter(key -> asks(labels, key))
                        .findFirst()
                        .ifPresent(key -> report(workload, key, isCertain(key, context), problems));
            }
        }
    }

    /** With a control plane that no manifest makes, the namespace may be on the roll of OpenShift Service Mesh 2. */
    private static boolean isCertain(String key, LintContext context) {
        return !key.equals("sidecar.istio.io/inject") || !context.meshConfigs().isEmpty();
    }

    private static void report(Workload workload, String key, boolean certain, Problems problems) {
        String value = workload.pod().labels().getOrDefault(key, "");
        String gain = "whoever makes pods here chooses the mesh, and gets identities of it.";
        String fix = "Label the namespace with `istio.io/rev`, or with `istio-injection: disabled`.";
        if (certain) {
            String why = "The pod's own label takes it into a mesh, since its namespace names none: " + gain;
            problems.warning(ProblemCode.SELF_ENROLLED, workload.originOfLabel(key), value, why, fix);
        } else {
            String why =
                    "Unless a ServiceMeshMemberRoll that is not here lists the namespace, this label takes the pod into"
                            + " a mesh: " + gain;
            problems.info(ProblemCode.SELF_ENROLLED, workload.originOfLabel(key), value, why, fix);
        }
    }

    private static boolean asks(Map<String, String> labels, String key) {
        String value = labels.getOrDefault(key, "");
        return switch (key) {
            case "istio.io/rev" -> !value.isEmpty();
            case "sidecar.istio.io/inject" -> value.equals("true");
            default -> value.equals("ambient");
        };
    }
}
