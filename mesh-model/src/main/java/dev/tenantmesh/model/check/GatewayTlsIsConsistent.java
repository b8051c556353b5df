package dev.tenantmesh.model.check;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Spelling;
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
        if (gateway.tls().mode() == Mode.PASSTHROUGH) {
            checkPassing(gateway, origins, problems);
        } else if (gateway.tls().credentialName() == null) {
            problems.error(
                    ProblemCode.INVALID_TLS,
                    origins.of(gateway.tls(), "mode"),
                    gateway.tls().mode().name(),
                    "A gateway that terminates TLS needs a certificate.",
                    "Add `credentialName:` with the Secret in namespace '" + gateway.namespace() + "'.");
        }
        Gateway.Exposure exposure = gateway.exposure();
        if (exposure.type() != Gateway.Exposure.Type.ROUTE && exposure.termination() != null) {
            problems.error(
                    ProblemCode.INVALID_TLS,
                    origins.of(exposure, "termination"),
                    Spelling.of(exposure.termination()),
                    "Only a Route says where TLS ends on the way; a load balancer has no say in it.",
                    "Remove the key; `tls` says what the gateway does.");
        }
    }

    private static void checkPassing(Gateway gateway, Origins origins, Problems problems) {
        GatewayTls tls = gateway.tls();
        if (tls.credentialName() != null || tls.minProtocolVersion() != null) {
            problems.error(
                    ProblemCode.INVALID_TLS,
                    origins.of(tls, "mode"),
                    "PASSTHROUGH",
                    "A gateway that passes TLS through has no certificate and no protocol version of its own.",
                    "Remove credentialName and minProtocolVersion, or set another mode.");
        }
        boolean byPath = gateway.routes().stream().anyMatch(route -> route.match() != null);
        if (byPath || gateway.routes().size() > 1) {
            problems.error(
                    ProblemCode.INVALID_TLS,
                    origins.of(gateway, "routes"),
                    "",
                    "A gateway that passes TLS through cannot see paths.",
                    "Give it one route without `match`, or terminate TLS at the gateway.");
        }
    }
}
