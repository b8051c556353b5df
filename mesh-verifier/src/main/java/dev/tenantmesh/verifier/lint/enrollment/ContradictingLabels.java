package dev.tenantmesh.verifier.lint.enrollment;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.Manifest;
import java.util.Map;

/**
 * Namespaces that name a revision and have {@code istio-injection} too, which wins.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/analysis/ist0123/">IST0123</a>
 */
public final class ContradictingLabels implements LintRule {

    private static final String INJECTION = "istio-injection";
    private static final String REVISION = "istio.io/rev";

    @Override
    public void check(LintContext context, Problems problems) {
        context.manifests().of("", "Namespace").forEach(namespace -> check(namespace, problems));
    }

    private static void check(Manifest namespace, Problems problems) {
        Map<String, String> labels = namespace.labels();
        String injection = labels.get(INJECTION);
        String revision = labels.get(REVISION);
        if (injection == null || revision == null) {
            return;
        }
        Origin origin = namespace.body().at("metadata", "labels").originOf(INJECTION);
        String fix = "Keep one of the two labels.";
        if (injection.equals("enabled")) {
            problems.warning(
                    ProblemCode.INJECTION_CONTRADICTS,
                    origin,
                    namespace.name(),
                    "The label wins over `istio.io/rev`: pods join the default revision and not " + revision + ".",
                    fix);
        } else {
            problems.error(
                    ProblemCode.INJECTION_CONTRADICTS,
                    origin,
                    namespace.name(),
                    "The label wins over `istio.io/rev`: no pod gets a proxy, and each takes plaintext.",
                    fix);
        }
    }
}
