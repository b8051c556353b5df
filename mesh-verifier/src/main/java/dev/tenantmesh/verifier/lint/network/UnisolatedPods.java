package dev.tenantmesh.verifier.lint.network;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.lint.rule.Workload;
import dev.tenantmesh.verifier.policy.network.AdminPolicy;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.policy.network.NetworkPolicy;
import dev.tenantmesh.verifier.world.Namespace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Pods that no NetworkPolicy selects: everybody reaches them, and they reach everybody.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation">Isolation</a>
 */
public final class UnisolatedPods implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        Map<String, List<NetworkPolicy>> policies =
                context.policies().networkPolicies().stream().collect(Collectors.groupingBy(NetworkPolicy::namespace));
        Map<String, List<Workload>> workloads = context.workloads().stream()
                .filter(workload -> !workload.pod().hostNetwork())
                .collect(Collectors.groupingBy(
                        workload -> workload.pod().namespace().name()));
        context.world().namespaces().forEach((name, namespace) -> {
            if (!name.matches("(kube|openshift)-.*") && !isAdministered(namespace, context)) {
                check(
                        namespace,
                        policies.getOrDefault(name, List.of()),
                        workloads.getOrDefault(name, List.of()),
                        problems);
            }
        });
    }

    private static void check(
            Namespace namespace, List<NetworkPolicy> policies, List<Workload> workloads, Problems problems) {
        Optional<Origin> place = Optional.ofNullable(namespace.origin())
                .or(() -> workloads.stream()
                        .map(workload -> workload.manifest().origin())
                        .findFirst());
        if (policies.isEmpty()) {
            place.ifPresent(
                    origin -> problems.warning(
                            ProblemCode.UNISOLATED,
                            origin,
                            namespace.name(),
                            "The namespace has no NetworkPolicy: every pod of the cluster reaches its pods on every port.",
                            "Add a NetworkPolicy with `podSelector: {}` and `policyTypes: [Ingress, Egress]`, and open from there."));
            return;
        }
        for (Workload workload : workloads) {
            if (!selected(workload, Direction.INGRESS, policies)) {
                problems.warning(
                        ProblemCode.UNISOLATED,
                        workload.manifest().origin(),
                        workload.pod().id(),
                        "No NetworkPolicy closes what comes in: every pod of the cluster reaches it on every port.",
                        "Add a NetworkPolicy with `podSelector: {}` and `policyTypes: [Ingress, Egress]`.");
            } else if (!selected(workload, Direction.EGRESS, policies)) {
                problems.info(
                        ProblemCode.UNISOLATED,
                        workload.manifest().origin(),
                        workload.pod().id(),
                        "No NetworkPolicy closes what goes out: whoever takes the pod over reaches everything that does"
                                + " not close itself.",
                        "Add `Egress` to the `policyTypes` of a policy that selects it.");
            }
        }
    }

    private static boolean selected(Workload workload, Direction direction, List<NetworkPolicy> policies) {
        return policies.stream()
                .anyMatch(policy -> policy.rules().containsKey(direction)
                        && policy.pods().selects(workload.pod().labels()));
    }

    private static boolean isAdministered(Namespace namespace, LintContext context) {
        return context.policies().adminPolicies().stream()
                .map(AdminPolicy::subject)
                .anyMatch(subject -> subject.namespaces()
                        .map(selector -> selector.selects(namespace.labels()))
                        .orElse(true));
    }
}
