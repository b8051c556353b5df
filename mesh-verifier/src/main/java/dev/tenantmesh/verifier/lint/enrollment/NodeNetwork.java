package dev.tenantmesh.verifier.lint.enrollment;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;

/**
 * Pods on the network of their node, or with a port there: policies take them for the node.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-and-hostnetwork-pods">NetworkPolicy and hostNetwork pods</a>
 */
public final class NodeNetwork implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        context.workloads().forEach(workload -> {
            if (workload.pod().hostNetwork()) {
                problems.warning(
                        ProblemCode.HOST_NETWORK,
                        workload.spec().originOf("hostNetwork"),
                        workload.pod().id(),
                        "The pod has the addresses of its node: NetworkPolicies do not close it, it gets no proxy, and pods of"
                                + " the node cannot keep it out.",
                        "Remove `hostNetwork`.");
            }
            workload.containers().stream()
                    .flatMap(container -> container.all("ports").stream())
                    .filter(port -> port.get("hostPort") != null)
                    .forEach(port -> problems.warning(
                            ProblemCode.HOST_NETWORK,
                            port.originOf("hostPort"),
                            port.text("hostPort"),
                            "Every address of the node leads to the pod, from outside the cluster too, and what comes that way"
                                    + " has the node's address.",
                            "Remove `hostPort`, and use a Service."));
        });
    }
}
