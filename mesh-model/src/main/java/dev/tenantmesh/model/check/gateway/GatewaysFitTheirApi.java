package dev.tenantmesh.model.check.gateway;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Spelling;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.gateway.AutomatedGateway;
import dev.tenantmesh.model.gateway.GatewayDeployment;
import dev.tenantmesh.model.gateway.GatewayTls;
import dev.tenantmesh.model.gateway.GatewayTls.Mode;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.Origins;

/**
 * A gateway of the Gateway API asks for nothing that this API has no words for, and is deployed by somebody who can. What
 * Istio reads from options of a listener is the mode alone.
 *
 * @see <a href="https://gateway-api.sigs.k8s.io/reference/spec/#listener">Listener</a>
 * @see <a href="https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/">Gateway API in Istio</a>
 */
public final class GatewaysFitTheirApi implements Rule {

    private static final int LONGEST_PART = 63;
    private static final String ISTIO = ", or write the gateway with `api: istio`.";

    @Override
    public void check(MeshModel model, Problems problems) {
        AnyGateway.of(model).forEach(gateway -> new Check(gateway, model.origins(), problems).run());
    }

    private record Check(AnyGateway gateway, Origins origins, Problems problems) {

        void run() {
            checkDeployment();
            if (gateway.isOfGatewayApi()) {
                gateway.everyTls().forEach(this::checkTls);
            }
            if (gateway.isAutomated() && AutomatedGateway.part(gateway.name()).length() > LONGEST_PART) {
                problems.error(
                        ProblemCode.GATEWAY_DEPLOYMENT,
                        origins.of(gateway.source(), "name"),
                        gateway.name(),
                        "The control plane makes a Service `" + AutomatedGateway.part(gateway.name())
                                + "`, and that name has more than " + LONGEST_PART + " characters.",
                        "Shorten the name, or write `deployment: manual`.");
            }
        }

        private void checkDeployment() {
            GatewayDeployment deployment = gateway.deployment();
            if (deployment == null) {
                return;
            }
            Origin origin = origins.of(gateway.source(), "deployment");
            if (!gateway.isOfGatewayApi()) {
                problems.error(
                        ProblemCode.GATEWAY_DEPLOYMENT,
                        origin,
                        Spelling.of(deployment),
                        "Of a gateway in Istio's own API the pods are never made by the control plane.",
                        "Remove the key, or write `api: gateway-api`.");
            } else if (deployment == GatewayDeployment.AUTOMATED && !gateway.generated()) {
                problems.error(
                        ProblemCode.GATEWAY_DEPLOYMENT,
                        origin,
                        Spelling.of(deployment),
                        "The pods exist already, so the control plane makes none.",
                        "Remove one of `deployment` and `provision`.");
            }
        }

        private void checkTls(GatewayTls tls) {
            if (tls.mode() == Mode.OPTIONAL_MUTUAL) {
                refuse(
                        origins.of(tls, "mode"),
                        "OPTIONAL_MUTUAL",
                        "The control plane hands out the authority of clients for MUTUAL only.",
                        "Use MUTUAL or SIMPLE");
            }
            if (tls.least() != GatewayTls.ProtocolVersion.TLSV1_2) {
                refuse(
                        origins.of(tls, "minProtocolVersion"),
                        tls.least().name(),
                        "A listener has no field for versions of TLS; the lowest one is TLSV1_2.",
                        "Remove the key");
            }
            if (tls.maxProtocolVersion() != null) {
                refuse(
                        origins.of(tls, "maxProtocolVersion"),
                        tls.maxProtocolVersion().name(),
                        "A listener has no field for versions of TLS.",
                        "Remove the key");
            }
            if (!tls.cipherSuites().isEmpty()) {
                refuse(
                        origins.of(tls, "cipherSuites"),
                        "",
                        "A listener has no field for cipher suites.",
                        "Remove the key");
            }
        }

        private void refuse(Origin origin, String value, String why, String fix) {
            problems.error(ProblemCode.GATEWAY_API_CANNOT, origin, value, why, fix + ISTIO);
        }
    }
}
