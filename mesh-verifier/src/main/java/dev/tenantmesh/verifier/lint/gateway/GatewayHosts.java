package dev.tenantmesh.verifier.lint.gateway;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.Mapping;

/**
 * Hosts of a Gateway that routes of any namespace may bind.
 *
 * @see <a href="https://istio.io/latest/docs/ops/best-practices/security/#avoid-overly-broad-hosts-configurations">Avoid overly broad hosts</a>
 */
public final class GatewayHosts implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        context.manifests()
                .of("networking.istio.io", "Gateway")
                .flatMap(gateway -> gateway.body().at("spec").all("servers").stream())
                .filter(server -> !isPassedThrough(server))
                .flatMap(server -> server.scalars("hosts").stream())
                .filter(host -> !host.text().contains("/") || host.text().startsWith("*/"))
                .forEach(host -> problems.warning(
                        ProblemCode.GATEWAY_HOST_OPEN,
                        host.origin(),
                        host.text(),
                        "VirtualServices of every namespace may bind the host: another tenant takes over what comes in, or"
                                + " reaches by the gateway whoever admits it.",
                        "Write the namespace whose routes may bind it before the host, such as `./" + bare(host.text())
                                + "`."));
    }

    /** Such a server takes no routes. */
    private static boolean isPassedThrough(Mapping server) {
        return server.at("tls").text("mode").equals("AUTO_PASSTHROUGH");
    }

    private static String bare(String host) {
        return host.substring(host.indexOf('/') + 1);
    }
}
