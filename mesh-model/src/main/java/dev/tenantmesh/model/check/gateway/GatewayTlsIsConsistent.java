package dev.tenantmesh.model.check.gateway;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Spelling;
import dev.tenantmesh.model.check.route.RoutedHosts;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.gateway.Exposure;
import dev.tenantmesh.model.gateway.Exposure.Termination;
import dev.tenantmesh.model.gateway.GatewayTls;
import dev.tenantmesh.model.gateway.GatewayTls.Mode;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.Origins;

/**
 * A gateway that terminates TLS has a certificate or knows its clients; one that passes it through has none, and cannot
 * route by path; one behind a router that ended TLS has no TLS at all.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings">ServerTLSSettings</a>
 */
public final class GatewayTlsIsConsistent implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        AnyGateway.of(model).forEach(gateway -> new Check(gateway, model.origins(), problems).run());
        RoutedHosts.of(model)
                .filter(RoutedHosts::passesThrough)
                .forEach(routed -> checkRoutes(routed, model.origins(), problems));
    }

    private static void checkRoutes(RoutedHosts routed, Origins origins, Problems problems) {
        boolean byPath = routed.routes().stream().anyMatch(route -> route.match() != null);
        if (byPath || routed.routes().size() > 1) {
            problems.error(
                    ProblemCode.INVALID_TLS,
                    origins.of(routed.source(), "routes"),
                    "",
                    "A gateway that passes TLS through cannot see paths.",
                    "Give it one route without `match`, or terminate TLS at the gateway.");
        }
    }

    private record Check(AnyGateway gateway, Origins origins, Problems problems) {

        void run() {
            checkTermination();
            if (gateway.exposure().isPlaintext()) {
                gateway.everyTls()
                        .forEach(tls -> report(
                                tls,
                                "The router ends TLS, and plaintext arrives.",
                                "Remove `tls`, or let the router reencrypt or pass TLS through."));
                return;
            }
            if (gateway.tls() == null) {
                problems.error(
                        ProblemCode.INVALID_TLS,
                        origins.of(gateway.source()),
                        "",
                        "The gateway does not say how it terminates TLS, and only a router that ends TLS would need"
                                + " nothing else.",
                        "Write `tls: ...`.");
            }
            gateway.everyTls().forEach(this::checkSetting);
            if (gateway.exposure().terminates() == Termination.REENCRYPT) {
                checkReencrypted();
            }
        }

        private void checkTermination() {
            Exposure exposure = gateway.exposure();
            if (exposure.type() != Exposure.Type.ROUTE && exposure.termination() != null) {
                problems.error(
                        ProblemCode.INVALID_TLS,
                        origins.of(exposure, "termination"),
                        Spelling.of(exposure.termination()),
                        "Only a Route says where TLS ends on the way; a load balancer has no say in it.",
                        "Remove the key; `tls` says what the gateway does.");
            }
        }

        private void checkSetting(GatewayTls tls) {
            if (tls.mode() == Mode.PASSTHROUGH) {
                checkPassing(tls);
            } else if (tls.mode() == Mode.ISTIO_MUTUAL) {
                checkMesh(tls);
            } else if (tls.credentialName() == null) {
                report(
                        tls,
                        "A gateway that terminates TLS needs a certificate.",
                        "Add `credentialName:` with the Secret in namespace '" + gateway.namespace() + "'.");
            }
        }

        private void checkPassing(GatewayTls tls) {
            if (tls.credentialName() != null || tls.minProtocolVersion() != null) {
                report(
                        tls,
                        "A gateway that passes TLS through has no certificate and no protocol version of its own.",
                        "Remove credentialName and minProtocolVersion, or set another mode.");
            } else if (tls.maxProtocolVersion() != null || !tls.cipherSuites().isEmpty()) {
                report(
                        tls,
                        "A gateway that passes TLS through has no say in versions and cipher suites.",
                        "Remove maxProtocolVersion and cipherSuites, or set another mode.");
            }
        }

        /** Its clients prove who they are with certificates of the mesh, which none but workloads have. */
        private void checkMesh(GatewayTls tls) {
            boolean known = gateway.exposure().type() == Exposure.Type.CLUSTER_IP
                    && gateway.exposure().clients().stream().allMatch(client -> client.workload() != null);
            boolean alone = gateway.ownTls().isEmpty();
            if (!known) {
                report(
                        tls,
                        "Only workloads of the mesh have the certificate that a client must show.",
                        "Expose the gateway by `cluster-ip` with `clients` that each name a `workload`, or use MUTUAL.");
            } else if (!alone) {
                report(
                        tls,
                        "The gateway admits its clients by identity for all of its hosts, or for none.",
                        "Use one mode for all tenants of the gateway.");
            }
            if (tls.credentialName() != null) {
                report(tls, "The certificate is the gateway's identity in the mesh.", "Remove `credentialName`.");
            }
        }

        /**
         * The router sends no server name to the gateway and has no certificate to show.
         *
         * @see <a href="https://docs.openshift.com/container-platform/latest/networking/routes/secured-routes.html">secured routes</a>
         */
        private void checkReencrypted() {
            if (gateway.tls() != null && gateway.tls().mode() != Mode.SIMPLE) {
                report(
                        gateway.tls(),
                        "The router opens a connection of its own, and has no certificate to show.",
                        "Use SIMPLE, or let the router pass TLS through.");
            }
            gateway.ownTls()
                    .forEach(tls -> report(
                            tls,
                            "The router names no host when it reencrypts, so the gateway has one certificate for all.",
                            "Remove this `tls`, or let the router pass TLS through."));
        }

        private void report(GatewayTls tls, String why, String fix) {
            Origin origin = origins.of(tls, "mode");
            problems.error(ProblemCode.INVALID_TLS, origin, tls.mode().name(), why, fix);
        }
    }
}
