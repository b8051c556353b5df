package dev.tenantmesh.verifier.lint.enrollment;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.lint.rule.Workload;
import java.util.List;

/**
 * Pods that give some of the resources of their proxy: then none of the others has its default.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/annotations/#SidecarProxyCPU">sidecar.istio.io/proxyCPU</a>
 */
public final class ProxyResources implements LintRule {

    private static final List<String> ALL = List.of(
            "sidecar.istio.io/proxyCPU",
            "sidecar.istio.io/proxyCPULimit",
            "sidecar.istio.io/proxyMemory",
            "sidecar.istio.io/proxyMemoryLimit");

    @Override
    public void check(LintContext context, Problems problems) {
        for (Workload workload : context.workloads()) {
            List<String> missing = ALL.stream()
                    .filter(key -> !workload.pod().annotations().containsKey(key))
                    .toList();
            if (!missing.isEmpty() && missing.size() < ALL.size()) {
                String given = ALL.stream()
                        .filter(key -> !missing.contains(key))
                        .findFirst()
                        .orElseThrow();
                problems.warning(
                        ProblemCode.PROXY_RESOURCES,
                        workload.originOfAnnotation(given),
                        workload.pod().id(),
                        "One of these annotations drops the defaults of all: the proxy is left without "
                                + String.join(", ", missing) + ", and may starve or be evicted, and the pod with it.",
                        "Write all four, or none.");
            }
        }
    }
}
