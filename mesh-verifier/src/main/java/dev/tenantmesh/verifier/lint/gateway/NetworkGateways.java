package dev.tenantmesh.verifier.lint.gateway;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.reach.mesh.EnrollmentRules;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;

/**
 * Services that other clusters take for the gateway of a network, before pods that let no mutual TLS through. Every control
 * plane of the mesh believes the label, whoever wrote it and wherever.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/labels/#TopologyNetwork">topology.istio.io/network</a>
 */
public final class NetworkGateways implements LintRule {

    private static final String NETWORK = "topology.istio.io/network";

    @Override
    public void check(LintContext context, Problems problems) {
        context.manifests()
                .of("", "Service")
                .filter(service -> isForOthers(service) && !letsThrough(service, context))
                .forEach(service -> {
                    Mapping labels = service.body().at("metadata", "labels");
                    problems.warning(
                            ProblemCode.NETWORK_CLAIMED,
                            labels.originOf(NETWORK),
                            labels.text(NETWORK),
                            "Other clusters take the Service for the gateway of this network, and send part of what is for all"
                                    + " of its pods there, where nothing lets it through.",
                            "Remove the label; only the Service of an east-west gateway has it.");
                });
    }

    private static boolean isForOthers(Manifest service) {
        return !service.body().at("metadata", "labels").text(NETWORK).isEmpty();
    }

    /** Whether it stands before gateways, and what these listen for is mutual TLS that goes through, if it is anything. */
    private static boolean letsThrough(Manifest service, LintContext context) {
        LabelSelector selector = LabelSelector.of(service.body().at("spec").texts("selector"));
        List<Pod> pods = context.pods(service.namespace()).stream()
                .filter(pod -> selector.selects(pod.labels()) && EnrollmentRules.isGateway(pod))
                .toList();
        return !pods.isEmpty()
                && context.manifests()
                        .of("networking.istio.io", "Gateway")
                        .filter(gateway -> gateway.namespace().equals(service.namespace()))
                        .map(gateway -> gateway.body().at("spec"))
                        .filter(gateway -> pods.stream()
                                .anyMatch(pod -> LabelSelector.of(gateway.texts("selector"))
                                        .selects(pod.labels())))
                        .allMatch(gateway -> gateway.all("servers").stream()
                                .anyMatch(
                                        server -> server.at("tls").text("mode").equals("AUTO_PASSTHROUGH")));
    }
}
