package dev.tenantmesh.verifier.lint.gateway;

import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.MeshConfig;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;

/**
 * The pods that a Gateway configures.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/gateway/#Gateway">Gateway</a>
 */
final class GatewayPods {

    private static final String SCOPED = "PILOT_SCOPE_GATEWAY_TO_NAMESPACE";

    private GatewayPods() {}

    static LabelSelector selector(Manifest gateway) {
        return LabelSelector.of(gateway.body().at("spec").texts("selector"));
    }

    /** Those that are declared, in whatever namespace. */
    static List<Pod> of(Manifest gateway, LintContext context) {
        LabelSelector selector = selector(gateway);
        boolean scoped = areScoped(context);
        return context.world().pods().stream()
                .filter(pod -> !selector.isEverything() && selector.selects(pod.labels()))
                .filter(pod -> !scoped || pod.namespace().name().equals(gateway.namespace()))
                .toList();
    }

    /** Whether every control plane keeps Gateways to pods of their own namespace. */
    static boolean areScoped(LintContext context) {
        List<MeshConfig> configs = context.meshConfigs();
        return !configs.isEmpty()
                && configs.stream()
                        .allMatch(config -> "true".equals(config.pilot().get(SCOPED)));
    }
}
