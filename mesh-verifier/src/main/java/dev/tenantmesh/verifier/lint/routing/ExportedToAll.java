package dev.tenantmesh.verifier.lint.routing;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import java.util.List;

/**
 * Routes, entries and rules that every namespace is given.
 *
 * @see <a href="https://istio.io/latest/docs/ops/best-practices/traffic-management/#cross-namespace-configuration">Cross-namespace configuration</a>
 */
public final class ExportedToAll implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        for (String kind : List.of("VirtualService", "ServiceEntry", "DestinationRule")) {
            context.manifests()
                    .of("networking.istio.io", kind)
                    .flatMap(object -> object.body().at("spec").scalars("exportTo").stream())
                    .filter(target -> target.text().equals("*"))
                    .forEach(target -> problems.warning(
                            ProblemCode.EXPORTED_TO_ALL,
                            target.origin(),
                            "*",
                            "Proxies of every namespace are given the " + kind
                                    + ": it changes what clients of other tenants"
                                    + " do, and every proxy pays for it.",
                            "Write `.`, or the namespaces that need it."));
        }
    }
}
