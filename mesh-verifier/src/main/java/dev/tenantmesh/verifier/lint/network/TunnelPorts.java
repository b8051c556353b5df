package dev.tenantmesh.verifier.lint.network;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.policy.mesh.Attribute;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * NetworkPolicies of an ambient namespace see the port of the tunnel, 15008, and not the application's.
 *
 * @see <a href="https://istio.io/latest/docs/ambient/usage/networkpolicy/">Ambient and Kubernetes NetworkPolicy</a>
 */
public final class TunnelPorts implements LintRule {

    private static final int TUNNEL = 15_008;

    @Override
    public void check(LintContext context, Problems problems) {
        Map<String, List<WrittenRule>> byNamespace = WrittenRule.all(context)
                .filter(rule -> rule.direction() == Direction.INGRESS)
                .collect(Collectors.groupingBy(rule -> rule.policy().namespace()));
        context.world().namespaces().forEach((name, namespace) -> {
            if (isAmbient(namespace, context)) {
                check(namespace, byNamespace.getOrDefault(name, List.of()), context, problems);
            }
        });
    }

    /** By its pods, where it declares any: those of gateways have proxies of their own. */
    private static boolean isAmbient(Namespace namespace, LintContext context) {
        List<Pod> pods = context.pods(namespace.name());
        return pods.isEmpty()
                ? context.enrollment(namespace).plane() == DataPlane.AMBIENT
                : pods.stream().anyMatch(pod -> context.enrollment(pod).plane() == DataPlane.AMBIENT);
    }

    private static void check(Namespace namespace, List<WrittenRule> rules, LintContext context, Problems problems) {
        if (!rules.isEmpty() && rules.stream().noneMatch(rule -> rule.covers(TUNNEL))) {
            problems.error(
                    ProblemCode.TUNNEL_PORT,
                    rules.get(0).body().originOf("ports"),
                    namespace.name(),
                    "The namespace is ambient, where peers of the mesh arrive on port 15008, and no rule opens it: only"
                            + " plaintext gets in.",
                    "Open TCP 15008 to the peers, and leave ports of the application to AuthorizationPolicies.");
        }
        if (rules.stream().anyMatch(rule -> !rule.ports().isEmpty() && rule.covers(TUNNEL))
                && !limitsPorts(namespace, context)) {
            rules.stream()
                    .filter(rule -> !rule.ports().isEmpty() && rule.covers(TUNNEL))
                    .forEach(rule -> problems.warning(
                            ProblemCode.TUNNEL_PORT,
                            rule.body().originOf("ports"),
                            rule.policy().name(),
                            "Whoever may use the tunnel reaches every port of the pods, since no AuthorizationPolicy here names"
                                    + " ports.",
                            "Name the ports in `to.operation.ports` of an AuthorizationPolicy."));
        }
    }

    private static boolean limitsPorts(Namespace namespace, LintContext context) {
        return context.policies().authorizationPolicies().stream()
                .filter(policy -> policy.namespace().equals(namespace.name()))
                .map(AuthorizationPolicy::rules)
                .flatMap(List::stream)
                .flatMap(rule -> rule.to().stream())
                .anyMatch(clause -> clause.values().containsKey(Attribute.PORT)
                        || clause.notValues().containsKey(Attribute.PORT));
    }
}
