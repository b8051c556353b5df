package dev.tenantmesh.model.tenant;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import dev.tenantmesh.model.yaml.Reserved;
import org.jspecify.annotations.Nullable;

/**
 * How a gateway terminates TLS.
 *
 * @param mode Istio's server TLS modes
 * @param credentialName the Secret in the gateway's namespace; needed unless mode is PASSTHROUGH
 * @param minProtocolVersion absent: TLSV1_2
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings">ServerTLSSettings</a>
 */
@ModelRecord
@Reserved({"cipherSuites", "maxProtocolVersion"})
public record GatewayTls(
        Mode mode,
        @Syntax(Syntax.Of.SUBDOMAIN) @Nullable String credentialName,
        @Nullable ProtocolVersion minProtocolVersion) {

    /** The modes; ISTIO_MUTUAL and AUTO_PASSTHROUGH serve mesh clients and are no ingress. */
    public enum Mode {
        PASSTHROUGH,
        SIMPLE,
        MUTUAL,
        OPTIONAL_MUTUAL
    }

    /** The lowest version a client may use. */
    public enum ProtocolVersion {
        TLSV1_2,
        TLSV1_3
    }
}
