package dev.tenantmesh.model.tenant;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TLS that a proxy makes of its clients' HTTP. The server's certificate is always verified.
 *
 * @param mode Istio's client TLS modes
 * @param credentialName a Secret in the egress gateway's namespace, granted by the platform, with the authorities that
 *     the server is verified by and, for MUTUAL, the client certificate; absent: the authorities of the proxy's image
 * @param subjectAltNames the names of which the certificate must have one; none: the host
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#ClientTLSSettings">ClientTLSSettings</a>
 */
@ModelRecord
public record ExternalTls(
        Mode mode,
        @Syntax(Syntax.Of.SUBDOMAIN) @Nullable String credentialName,
        @Syntax(Syntax.Of.HOST) List<String> subjectAltNames) {

    public ExternalTls {
        subjectAltNames = List.copyOf(subjectAltNames);
    }

    /** The modes. */
    public enum Mode {
        /** The server shows a certificate. */
        SIMPLE,
        /** The client, too; only egress gateways can, since sidecars read no Secrets. */
        MUTUAL
    }
}
