package dev.tenantmesh.verifier.lint.controlplane;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.lint.rule.MeshConfig;
import dev.tenantmesh.verifier.load.Fields;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.world.Namespace;
import java.util.List;

/**
 * Several control planes that look at one namespace: each gives its proxies the other's policies, routes and endpoints.
 *
 * @see <a href="https://istio.io/latest/docs/setup/install/multiple-controlplanes/">Multiple control planes</a>
 */
public final class SharedDiscovery implements LintRule {

    private static final String SELECTORS = "discoverySelectors";

    @Override
    public void check(LintContext context, Problems problems) {
        List<MeshConfig> configs = context.meshConfigs();
        if (configs.size() < 2) {
            return;
        }
        configs.stream()
                .filter(config -> config.body().all(SELECTORS).isEmpty())
                .forEach(config -> problems.warning(
                        ProblemCode.DISCOVERY_SHARED,
                        config.origin(),
                        config.name(),
                        "Without `discoverySelectors` the control plane sees every namespace, those of the other mesh included.",
                        "Select the namespaces of the mesh by a label that only its owner can set."));
        context.world().namespaces().values().stream()
                .filter(namespace -> namespace.origin() != null)
                .forEach(namespace -> overlap(namespace, configs, problems));
    }

    private static void overlap(Namespace namespace, List<MeshConfig> configs, Problems problems) {
        List<String> seeing = configs.stream()
                .filter(config ->
                        config.body().all(SELECTORS).stream().anyMatch(selector -> selects(selector, namespace)))
                .map(MeshConfig::name)
                .sorted()
                .toList();
        if (seeing.size() > 1 && namespace.origin() != null) {
            problems.error(
                    ProblemCode.DISCOVERY_SHARED,
                    namespace.origin(),
                    namespace.name(),
                    "Several control planes see the namespace: " + String.join(", ", seeing)
                            + "; the policies of each hold for proxies of the others.",
                    "Give the namespace the labels of one mesh.");
        }
    }

    private static boolean selects(Mapping selector, Namespace namespace) {
        return LabelSelector.read(Fields.of(selector, SELECTORS, new Problems()))
                .selects(namespace.labels());
    }
}
