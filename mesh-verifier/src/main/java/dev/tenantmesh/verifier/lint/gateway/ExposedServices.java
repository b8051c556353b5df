package dev.tenantmesh.verifier.lint.gateway;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.reach.mesh.EnrollmentRules;
import dev.tenantmesh.verifier.select.LabelSelector;

/**
 * Services with a port on every node or an address outside: what comes that way has the node's address, which
 * NetworkPolicies cannot tell from any other.
 *
 * @see <a href="https://github.com/kubernetes/kubernetes/issues/97076">CVE-2020-8554</a>
 */
public final class ExposedServices implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        context.manifests().of("", "Service").forEach(service -> check(service, context, problems));
    }

    private static void check(Manifest service, LintContext context, Problems problems) {
        Mapping spec = service.body().at("spec");
        String type = spec.text("type");
        if (!spec.scalars("externalIPs").isEmpty()) {
            problems.warning(
                    ProblemCode.SERVICE_EXPOSED,
                    spec.originOf("externalIPs"),
                    spec.scalars("externalIPs").get(0).text(),
                    "Whatever the cluster's pods send to this address goes to the Service: whoever writes it listens in on"
                            + " others' traffic.",
                    "Remove `externalIPs`.");
        }
        if (type.equals("NodePort")) {
            problems.warning(
                    ProblemCode.SERVICE_EXPOSED,
                    spec.originOf("type"),
                    type,
                    "Every node listens for it, outside the cluster too, and what comes in has a node's address, which"
                            + " NetworkPolicies have to admit.",
                    "Write `type: ClusterIP`, and expose it by a gateway.");
        }
        if (type.equals("LoadBalancer")
                && spec.scalars("loadBalancerSourceRanges").isEmpty()
                && !isGateway(service, context)) {
            problems.warning(
                    ProblemCode.SERVICE_EXPOSED,
                    spec.originOf("type"),
                    type,
                    "The pods are open to whoever reaches the load balancer, past every gateway.",
                    "Expose it by a gateway, or limit it by `loadBalancerSourceRanges`.");
        }
    }

    private static boolean isGateway(Manifest service, LintContext context) {
        LabelSelector selector = LabelSelector.of(service.body().at("spec").texts("selector"));
        return context.pods(service.namespace()).stream()
                .anyMatch(pod -> selector.selects(pod.labels()) && EnrollmentRules.isGateway(pod));
    }
}
