package dev.tenantmesh.model.check.gateway;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Spelling;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.gateway.CipherSuite;
import dev.tenantmesh.model.gateway.GatewayTls;
import dev.tenantmesh.model.gateway.GatewayTls.Mode;
import dev.tenantmesh.model.gateway.GatewayTls.ProtocolVersion;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.Origins;
import java.util.List;

/**
 * The highest version of TLS is not below the lowest, and cipher suites are named once, for TLS 1.2 alone: those of TLS
 * 1.3 cannot be chosen. A client certificate that is optional is told to authenticate nobody.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings">ServerTLSSettings</a>
 */
public final class TlsVersionsFit implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        Check check = new Check(model.origins(), problems);
        AnyGateway.of(model)
                .flatMap(gateway -> gateway.everyTls().stream())
                .filter(tls -> tls.mode() != Mode.PASSTHROUGH)
                .forEach(check::run);
    }

    private record Check(Origins origins, Problems problems) {

        void run(GatewayTls tls) {
            ProtocolVersion most = tls.maxProtocolVersion();
            if (most != null && most.compareTo(tls.least()) < 0) {
                report(
                        origins.of(tls, "maxProtocolVersion"),
                        most.name(),
                        "No version is at least " + tls.least() + " and at most " + most + ".",
                        "Raise it, or lower `minProtocolVersion`.");
            }
            checkSuites(tls);
            if (tls.mode() == Mode.OPTIONAL_MUTUAL) {
                problems.warning(
                        ProblemCode.AUTHENTICATES_NOBODY,
                        origins.of(tls, "mode"),
                        tls.mode().name(),
                        "A client without a certificate is served all the same, so nobody is kept out.",
                        "Use MUTUAL, unless the workloads behind it look at the certificate themselves.");
            }
        }

        private void checkSuites(GatewayTls tls) {
            List<CipherSuite> suites = tls.cipherSuites();
            if (!suites.isEmpty() && tls.least() == ProtocolVersion.TLSV1_3) {
                report(
                        origins.of(tls, "cipherSuites"),
                        "",
                        "The suites of TLS 1.3 cannot be chosen, and nothing lower is spoken here.",
                        "Remove the key.");
            }
            for (int i = 0; i < suites.size(); i++) {
                if (suites.subList(0, i).contains(suites.get(i))) {
                    report(
                            origins.of(tls, "cipherSuites", i),
                            Spelling.of(suites.get(i)),
                            "The cipher suite is named twice.",
                            "Name it once.");
                }
            }
        }

        private void report(Origin origin, String written, String why, String fix) {
            problems.error(ProblemCode.INVALID_TLS, origin, written, why, fix);
        }
    }
}
