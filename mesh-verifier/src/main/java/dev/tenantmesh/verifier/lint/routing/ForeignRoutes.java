package dev.tenantmesh.verifier.lint.routing;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.lint.rule.ServiceHost;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.load.Scalar;
import java.util.List;

/**
 * VirtualServices for the mesh that are about Services of other namespaces, and that clients of others are given.
 *
 * @see <a href="https://istio.io/latest/news/security/istio-security-2026-002/">ISTIO-SECURITY-2026-002</a>
 */
public final class ForeignRoutes implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        context.manifests()
                .of("networking.istio.io", "VirtualService")
                .filter(route -> isForMesh(route.body().at("spec")) && Exports.leave(route, context))
                .forEach(route -> route.body().at("spec").scalars("hosts").stream()
                        .filter(host -> isForeign(host, route, context))
                        .forEach(host -> problems.warning(
                                ProblemCode.FOREIGN_HOST,
                                host.origin(),
                                host.text(),
                                "The host belongs to another namespace, and clients of others are given this route: their"
                                        + " requests go where it says, past the owner.",
                                "Write it into the namespace of the host, or `exportTo: [\".\"]`.")));
    }

    private static boolean isForMesh(Mapping spec) {
        List<String> gateways =
                spec.scalars("gateways").stream().map(Scalar::text).toList();
        return gateways.isEmpty() || gateways.contains("mesh");
    }

    private static boolean isForeign(Scalar host, Manifest route, LintContext context) {
        boolean service = ServiceHost.of(host.text(), route.namespace())
                .filter(named -> !named.namespace().equals(route.namespace()))
                .isPresent();
        return service || Entries.isOfOthersOnly(host.text(), route.namespace(), context);
    }
}
