package dev.tenantmesh.verifier.lint.authentication;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;

/**
 * Clients that open TLS to whoever answers.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/analysis/ist0128/">IST0128</a>
 */
public final class UnverifiedServers implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        ClientTls.all(context)
                .filter(tls -> tls.mode().equals("SIMPLE") || tls.mode().equals("MUTUAL"))
                .forEach(tls -> {
                    if (tls.settings().text("insecureSkipVerify").equals("true")) {
                        problems.warning(
                                ProblemCode.CLIENT_TLS_UNVERIFIED,
                                tls.settings().originOf("insecureSkipVerify"),
                                tls.host(),
                                "Neither the certificate nor the name of the server is looked at: whoever answers reads"
                                        + " and changes what is sent.",
                                "Remove `insecureSkipVerify` and write `caCertificates` or `credentialName`.");
                    } else if (tls.settings().get("caCertificates") == null
                            && tls.settings().get("credentialName") == null) {
                        problems.info(
                                ProblemCode.CLIENT_TLS_UNVERIFIED,
                                tls.origin(),
                                tls.host(),
                                "No authority is named: from Istio 1.21 on those of the proxy's image count, before that"
                                        + " the server is not verified at all.",
                                "Write `caCertificates` or `credentialName`, and `subjectAltNames`.");
                    }
                });
    }
}
