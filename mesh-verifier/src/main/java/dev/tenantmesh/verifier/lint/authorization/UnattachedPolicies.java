package dev.tenantmesh.verifier.lint.authorization;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.Fields;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.world.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Policies that select no pod of a namespace that declares pods, or whose target is not there.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/type/workload-selector/">WorkloadSelector, PolicyTargetReference</a>
 */
public final class UnattachedPolicies implements LintRule {

    private static final Map<String, String> SELECTORS = Map.of(
            "networking.k8s.io/NetworkPolicy", "podSelector",
            "security.istio.io/PeerAuthentication", "selector",
            "security.istio.io/AuthorizationPolicy", "selector",
            "security.istio.io/RequestAuthentication", "selector");

    @Override
    public void check(LintContext context, Problems problems) {
        SELECTORS.forEach((kind, field) -> context.manifests()
                .byKind()
                .getOrDefault(kind, List.of())
                .forEach(policy -> {
                    selector(policy, field, context, problems);
                    targets(policy).forEach(target -> target(policy, target, context, problems));
                }));
    }

    private static void selector(Manifest policy, String field, LintContext context, Problems problems) {
        Mapping spec = policy.body().at("spec");
        LabelSelector selector = LabelSelector.read(Fields.of(spec.at(field), field, new Problems()));
        boolean everywhere =
                policy.kind().equals("AuthorizationPolicy") || policy.kind().equals("RequestAuthentication");
        List<Pod> pods = everywhere && context.isRoot(policy.namespace())
                ? context.world().pods()
                : context.pods(policy.namespace());
        if (!selector.isEverything()
                && !pods.isEmpty()
                && pods.stream().noneMatch(pod -> selector.selects(pod.labels()))) {
            problems.warning(
                    ProblemCode.POLICY_UNATTACHED,
                    spec.originOf(field),
                    selector.toString(),
                    "No pod that is declared here carries these labels, so the " + policy.kind()
                            + " decides about nothing.",
                    "Correct the labels, or remove the policy.");
        }
    }

    private static List<Mapping> targets(Manifest policy) {
        Mapping spec = policy.body().at("spec");
        List<Mapping> targets = new ArrayList<>(spec.all("targetRefs"));
        if (spec.get("targetRef") instanceof Mapping target) {
            targets.add(target);
        }
        return targets;
    }

    private static void target(Manifest policy, Mapping target, LintContext context, Problems problems) {
        String kind = target.text("kind");
        Stream<Manifest> candidates = switch (kind) {
            case "Gateway" -> context.manifests().of("gateway.networking.k8s.io", kind);
            case "ServiceEntry" -> context.manifests().of("networking.istio.io", kind);
            default -> context.manifests().of("", kind);
        };
        boolean found = candidates.anyMatch(object ->
                object.namespace().equals(policy.namespace()) && object.name().equals(target.text("name")));
        if (!found && !kind.equals("GatewayClass")) {
            problems.warning(
                    ProblemCode.POLICY_UNATTACHED,
                    target.originOf("name"),
                    kind + " " + target.text("name"),
                    "The target is not declared in the policy's namespace, and policies never attach across namespaces.",
                    "Correct the name, or write the policy into the namespace of its target.");
        }
    }
}
