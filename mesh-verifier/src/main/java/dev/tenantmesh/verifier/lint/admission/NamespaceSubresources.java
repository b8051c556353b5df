package dev.tenantmesh.verifier.lint.admission;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Mapping;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Policies about namespaces that leave out a subresource by which labels can be written as well.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/rbac-good-practices/#namespace-modification">namespace
 *     modification</a>
 */
public final class NamespaceSubresources implements LintRule {

    private static final List<String> BOTH = List.of("finalize", "status");

    @Override
    public void check(LintContext context, Problems problems) {
        context.manifests()
                .of(RefusingNothing.GROUP, RefusingNothing.POLICY)
                .forEach(policy -> check(policy, problems));
    }

    private static void check(Manifest policy, Problems problems) {
        List<Mapping> rules = policy.body().at("spec").at("matchConstraints").all("resourceRules").stream()
                .filter(rule -> texts(rule, "apiGroups").stream().anyMatch(Set.of("", "*")::contains))
                .filter(rule -> texts(rule, "operations").stream().anyMatch(Set.of("UPDATE", "*")::contains))
                .toList();
        Set<String> resources = rules.stream()
                .flatMap(rule -> texts(rule, "resources").stream())
                .collect(Collectors.toSet());
        String missing = BOTH.stream()
                .filter(subresource -> Stream.of("namespaces/" + subresource, "namespaces/*", "*/" + subresource, "*/*")
                        .noneMatch(resources::contains))
                .map(subresource -> "namespaces/" + subresource)
                .collect(Collectors.joining(", "));
        if (resources.contains("namespaces") && !missing.isEmpty()) {
            problems.warning(
                    ProblemCode.SUBRESOURCE_LEFT_OUT,
                    rules.get(0).originOf("resources"),
                    policy.name(),
                    "Labels of a namespace can be written by " + missing
                            + " as well, of which the policy hears nothing.",
                    "Add them to its `resources`.");
        }
    }

    private static List<String> texts(Mapping rule, String key) {
        return rule.items(key);
    }
}
