package dev.tenantmesh.model.check;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Gateway;
import dev.tenantmesh.model.tenant.GatewayTls;
import dev.tenantmesh.model.tenant.GatewayTls.Mode;
import dev.tenantmesh.model.yaml.Origins;

/**
 * A gateway that terminates TLS has a certificate; one that passes it through has none, and cannot route by path.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings">ServerTLSSettings</a>
 */
final class GatewayTlsIsConsistent implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        model.tenants()
                .forEach(tenant -> tenant.gateways().forEach(gateway -> check(gateway, model.origins(), problems)));
    }

    private static void check(Gateway gateway, Origins origins, Problems problems) {
        GatewayTls tls = gateway.tls();
        boolean passes = tls.mode() == Mode.PASSTHROUGH;
        if (!passes && tls.credentialName() == null) {
            problems.error(
                    ProblemCode.INVALID_TLS,
                    origins.of(tls, "mode"),
                    tls.mode().name(),
                    "A gateway that terminates TLS needs a certificate.",
                    "Add `credentialName:` with the Secret in namespace '" + gateway.namespace() + "'.");
        }
        if (passes && (tls.credentialName() != null || tls.minProtocolVersion() != null)) {
            problems.error(
                    ProblemCode.INVALID_TLS,
                    origins.of(tls),
                    "PASSTHROUGH",
                    "A gateway that passes TLS through has no certificate and no protocol version of its own.",
                    "Remove credentialName and minProtocolVersion, or set another mode.");
        }
        if (gateway.routes().isEmpty()) {
            problems.error(
                    ProblemCode.INVALID_TLS,
                    origins.of(gateway, "routes"),
                    "",
                    "The gateway has no route and would answer nothing.",
                    "Add a route under `routes`.");
        }
        boolean byPath = gateway.routes().stream().anyMatch(route -> route.match() != null);
        if (passes && (byPath || gateway.routes().size() > 1)) {
            problems.error(
                    ProblemCode.INVALID_TLS,
                    origins.of(gateway, "routes"),
                    "",
                    "A gateway that passes TLS through cannot see paths.",
                    "Give it one route without `match`, or terminate TLS at the gateway.");
        }
    }
}
