package dev.tenantmesh.verifier.lint.gateway;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Mapping;
import java.util.List;

/**
 * Gateways that pods of other namespaces serve, which any namespace can write.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/gateway/#Gateway-selector">selector</a>
 */
public final class SharedGateways implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        context.manifests().of("networking.istio.io", "Gateway").forEach(gateway -> check(gateway, context, problems));
    }

    private static void check(Manifest gateway, LintContext context, Problems problems) {
        Mapping spec = gateway.body().at("spec");
        String fix =
                "Have a gateway of the tenant's own, or set PILOT_SCOPE_GATEWAY_TO_NAMESPACE on the control plane.";
        if (GatewayPods.selector(gateway).isEverything()) {
            problems.warning(
                    ProblemCode.GATEWAY_SHARED,
                    spec.originOf("selector"),
                    gateway.name(),
                    "Without a selector every gateway pod of the mesh serves it, those of other tenants included.",
                    "Write the labels of the pods that are to serve it.");
            return;
        }
        List<String> elsewhere = GatewayPods.of(gateway, context).stream()
                .map(pod -> pod.namespace().name())
                .filter(namespace -> !namespace.equals(gateway.namespace()))
                .distinct()
                .sorted()
                .toList();
        if (!elsewhere.isEmpty()) {
            problems.warning(
                    ProblemCode.GATEWAY_SHARED,
                    spec.originOf("selector"),
                    gateway.name(),
                    "Pods in " + String.join(", ", elsewhere)
                            + " serve it: whoever may write a Gateway here, or in any other"
                            + " namespace, decides what they listen for and which of their certificates they show.",
                    fix);
        }
    }
}
