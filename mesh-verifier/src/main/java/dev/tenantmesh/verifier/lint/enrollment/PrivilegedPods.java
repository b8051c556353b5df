package dev.tenantmesh.verifier.lint.enrollment;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.lint.rule.Workload;
import dev.tenantmesh.verifier.load.Mapping;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Pods that can take over their node, and with it the identities of every pod there.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">Pod Security Standards</a>
 */
public final class PrivilegedPods implements LintRule {

    private static final Set<String> CAPABILITIES = Set.of("ALL", "NET_ADMIN", "NET_RAW", "SYS_ADMIN", "SYS_PTRACE");

    @Override
    public void check(LintContext context, Problems problems) {
        context.workloads().stream()
                .filter(workload -> !isSystem(workload, context))
                .forEach(workload -> check(workload, problems));
    }

    private static boolean isSystem(Workload workload, LintContext context) {
        String namespace = workload.pod().namespace().name();
        return namespace.matches("(kube|openshift)-.*") || context.isRoot(namespace);
    }

    private static void check(Workload workload, Problems problems) {
        Mapping spec = workload.spec();
        Stream.of("hostPID", "hostIPC")
                .filter(key -> spec.text(key).equals("true"))
                .forEach(key -> report(spec.originOf(key), key, problems));
        spec.all("volumes").stream()
                .filter(volume -> volume.get("hostPath") != null)
                .forEach(volume -> report(
                        volume.originOf("hostPath"), volume.at("hostPath").text("path"), problems));
        workload.containers().stream()
                .map(container -> container.at("securityContext"))
                .forEach(security -> security(security, problems));
    }

    private static void security(Mapping security, Problems problems) {
        if (security.text("privileged").equals("true")) {
            report(security.originOf("privileged"), "privileged", problems);
        }
        security.at("capabilities").scalars("add").stream()
                .filter(capability -> CAPABILITIES.contains(capability.text()))
                .forEach(capability -> report(capability.origin(), capability.text(), problems));
    }

    private static void report(Origin origin, String value, Problems problems) {
        problems.warning(
                ProblemCode.PRIVILEGED_POD,
                origin,
                value,
                "Whoever takes the pod over can take over its network rules or its node, and with the node the identities of"
                        + " all pods there.",
                "Remove it, and enforce Pod Security `restricted` in the namespace.");
    }
}
