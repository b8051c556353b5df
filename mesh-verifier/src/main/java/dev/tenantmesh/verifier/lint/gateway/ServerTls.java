package dev.tenantmesh.verifier.lint.gateway;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.load.Scalar;
import java.util.Optional;

/**
 * TLS settings of servers that ask for less than it seems.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings">ServerTLSSettings</a>
 */
public final class ServerTls implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        context.manifests()
                .of("networking.istio.io", "Gateway")
                .flatMap(gateway -> gateway.body().at("spec").all("servers").stream())
                .filter(server -> server.get("tls") instanceof Mapping)
                .forEach(server -> check(server, server.at("tls"), problems));
    }

    private static void check(Mapping server, Mapping tls, Problems problems) {
        switch (tls.text("mode")) {
            case "" -> withoutMode(server, tls, problems);
            case "OPTIONAL_MUTUAL" ->
                problems.warning(
                        ProblemCode.GATEWAY_TLS,
                        tls.originOf("mode"),
                        "OPTIONAL_MUTUAL",
                        "A client without a certificate gets in like one with a certificate; who it is then nobody knows.",
                        "Write MUTUAL, or SIMPLE if no client has to show who it is.");
            case "AUTO_PASSTHROUGH" -> passedThrough(server, tls, problems);
            default -> {}
        }
    }

    private static void withoutMode(Mapping server, Mapping tls, Problems problems) {
        boolean redirectOnly = tls.entries().size() == 1 && tls.get("httpsRedirect") != null;
        if (!redirectOnly) {
            problems.error(
                    ProblemCode.GATEWAY_TLS,
                    server.originOf("tls"),
                    "tls",
                    "Without a mode TLS is passed through: the gateway shows no certificate, asks for none, and does not see"
                            + " what goes by.",
                    "Write `mode`: SIMPLE, MUTUAL, ISTIO_MUTUAL, or PASSTHROUGH if that is meant.");
        }
    }

    private static void passedThrough(Mapping server, Mapping tls, Problems problems) {
        Optional<Scalar> every = server.scalars("hosts").stream()
                .filter(host -> host.text().matches("(.*/)?\\*(\\.local)?"))
                .findFirst();
        problems.warning(
                ProblemCode.GATEWAY_TLS,
                every.map(Scalar::origin).orElse(tls.originOf("mode")),
                every.map(Scalar::text).orElse("AUTO_PASSTHROUGH"),
                (every.isPresent()
                                ? "The client names any Service of the mesh and is passed on to it"
                                : "The client names the Service and is passed on to it")
                        + "; no AuthorizationPolicy of the gateway is asked, and only the certificate that the pods ask for"
                        + " keeps it out.",
                "Name the hosts of the Services that other networks may reach, and close their pods by"
                        + " AuthorizationPolicies.");
    }
}
