package dev.tenantmesh.verifier.lint.routing;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.Manifest;

/**
 * Configuration and code for proxies as they are, which can undo whatever policies say.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/envoy-filter/">EnvoyFilter</a>
 */
public final class ProxyCode implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        context.manifests()
                .of("networking.istio.io", "EnvoyFilter")
                .forEach(filter -> report(filter, context.isRoot(filter.namespace()), problems));
        context.manifests()
                .of("extensions.istio.io", "WasmPlugin")
                .forEach(plugin -> report(plugin, context.isRoot(plugin.namespace()), problems));
    }

    private static void report(Manifest object, boolean root, Problems problems) {
        Origin origin = object.body().originOf("kind");
        String written = object.kind() + " " + object.namespace() + "/" + object.name();
        String fix = "Leave it to the platform, or accept the finding and say what it does.";
        if (root) {
            String why =
                    "In the root namespace it changes every proxy of the mesh: mutual TLS, authorization and routes of"
                            + " all tenants.";
            problems.error(ProblemCode.PROXY_CODE, origin, written, why, fix);
        } else {
            String why =
                    "It changes the proxies of its namespace as it likes, also what mutual TLS and authorization do"
                            + " there, and nothing checks it.";
            problems.warning(ProblemCode.PROXY_CODE, origin, written, why, fix);
        }
    }
}
