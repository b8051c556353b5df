package dev.tenantmesh.verifier.lint.enrollment;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.lint.rule.Workload;
import dev.tenantmesh.verifier.reach.mesh.Enrollment;
import dev.tenantmesh.verifier.world.Pod;
import java.util.Optional;

/**
 * Pods that opt out of the mesh of their namespace: no proxy of theirs asks for mutual TLS or carries out a policy.
 *
 * @see <a href="https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/#controlling-the-injection-policy">Controlling the injection policy</a>
 */
public final class InjectionOff implements LintRule {

    private static final String INJECT = "sidecar.istio.io/inject";
    private static final String MODE = "istio.io/dataplane-mode";
    private static final int ANY_PORT = 1;

    @Override
    public void check(LintContext context, Problems problems) {
        for (Workload workload : context.workloads()) {
            Pod pod = workload.pod();
            Enrollment usual = context.enrollment(pod.namespace());
            Optional<Origin> out = optOut(workload);
            Enrollment own = context.enrollment(pod);
            if (usual.isEnrolled() && out.isPresent() && !own.isEnrolled() && !pod.hostNetwork()) {
                Pod typical = context.typical(pod.namespace());
                report(out.get(), pod, context.modes().isStrict(typical, usual, ANY_PORT), problems);
            }
        }
    }

    private static Optional<Origin> optOut(Workload workload) {
        Pod pod = workload.pod();
        if ("false".equals(pod.labels().get(INJECT))) {
            return Optional.of(workload.originOfLabel(INJECT));
        }
        if ("false".equals(pod.annotations().get(INJECT))) {
            return Optional.of(workload.originOfAnnotation(INJECT));
        }
        return "none".equals(pod.labels().get(MODE)) ? Optional.of(workload.originOfLabel(MODE)) : Optional.empty();
    }

    private static void report(Origin origin, Pod pod, boolean strict, Problems problems) {
        String why = "No proxy stands in front of the pod: it takes plaintext from whoever the network lets in, and no"
                + " AuthorizationPolicy holds" + (strict ? ", although its namespace is STRICT." : ".");
        String fix = "Let it have its proxy, or move it to a namespace outside the mesh.";
        if (strict) {
            problems.error(ProblemCode.INJECTION_OFF, origin, pod.id(), why, fix);
        } else {
            problems.warning(ProblemCode.INJECTION_OFF, origin, pod.id(), why, fix);
        }
    }
}
