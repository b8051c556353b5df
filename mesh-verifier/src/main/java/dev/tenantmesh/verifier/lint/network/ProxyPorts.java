package dev.tenantmesh.verifier.lint.network;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import java.util.List;

/**
 * Ports that a proxy never looks at: metrics of the application and the proxy, and hooks of its containers, for whoever
 * the network lets in.
 *
 * @see <a href="https://istio.io/latest/docs/ops/deployment/application-requirements/#ports-used-by-istio">Ports used by Istio</a>
 */
public final class ProxyPorts implements LintRule {

    private static final List<Integer> UNCAPTURED = List.of(15_020, 15_090);

    @Override
    public void check(LintContext context, Problems problems) {
        WrittenRule.all(context)
                .filter(rule -> rule.direction() == Direction.INGRESS && !isSaidAlready(rule))
                .filter(rule -> rule.isForAll() || (rule.ports().isEmpty() && leavesNamespace(rule)))
                .filter(rule -> UNCAPTURED.stream().anyMatch(rule::covers))
                .filter(rule -> hasSidecars(rule, context))
                .forEach(rule -> problems.warning(
                        ProblemCode.PROXY_PORT_OPEN,
                        rule.body().origin(),
                        rule.policy().name(),
                        "The rule also opens 15020 and 15090, which no proxy looks at: its peers read all metrics in"
                                + " plaintext, whatever mutual TLS and AuthorizationPolicies say.",
                        "List the ports of the application, and open these two to the monitoring alone."));
    }

    private static boolean isSaidAlready(WrittenRule rule) {
        return rule.peers().isEmpty() && rule.ports().isEmpty();
    }

    private static boolean leavesNamespace(WrittenRule rule) {
        return rule.peers().stream().map(peer -> peer.get("namespaceSelector")).anyMatch(Mapping.class::isInstance);
    }

    private static boolean hasSidecars(WrittenRule rule, LintContext context) {
        return context.world().namespace(rule.policy().namespace()).stream()
                .flatMap(namespace -> context.selected(namespace, rule.pods()).stream())
                .anyMatch(pod -> context.enrollment(pod).plane() == DataPlane.SIDECAR);
    }
}
