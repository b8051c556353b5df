package dev.tenantmesh.verifier.lint.gateway;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.Mapping;

/**
 * Listeners of the Gateway API that take routes of every namespace, and grants for everything of a kind.
 *
 * @see <a href="https://gateway-api.sigs.k8s.io/guides/multiple-ns/">Cross-namespace routing</a>
 */
public final class GatewayApi implements LintRule {

    private static final String GROUP = "gateway.networking.k8s.io";

    @Override
    public void check(LintContext context, Problems problems) {
        context.manifests()
                .of(GROUP, "Gateway")
                .flatMap(gateway -> gateway.body().at("spec").all("listeners").stream())
                .map(listener -> listener.at("allowedRoutes", "namespaces"))
                .filter(namespaces -> namespaces.text("from").equals("All"))
                .forEach(namespaces -> problems.warning(
                        ProblemCode.ROUTES_FROM_ALL,
                        namespaces.originOf("from"),
                        "All",
                        "Routes of every namespace may bind the listener: another tenant takes over paths and hosts of it.",
                        "Write `from: Same`, or `from: Selector` with the label of the name."));
        context.manifests()
                .of(GROUP, "ReferenceGrant")
                .forEach(grant -> grant.body().at("spec").all("to").forEach(to -> grant(to, problems)));
    }

    private static void grant(Mapping to, Problems problems) {
        if (to.text("kind").equals("Secret") && to.get("name") == null) {
            problems.warning(
                    ProblemCode.ROUTES_FROM_ALL,
                    to.originOf("kind"),
                    "Secret",
                    "The grant is for every Secret of the namespace: whoever may write the granted kind there has its pods"
                            + " use any key here.",
                    "Name the Secret.");
        }
    }
}
