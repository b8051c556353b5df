package dev.tenantmesh.model.gateway;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a gateway terminates TLS.
 *
 * @param mode Istio's server TLS modes
 * @param credentialName the Secret in the gateway's namespace; for SIMPLE, MUTUAL and OPTIONAL_MUTUAL
 * @param minProtocolVersion absent: TLSV1_2
 * @param maxProtocolVersion absent: the highest there is
 * @param cipherSuites for TLS 1.2, by the names Istio knows; none: Istio's own choice
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings">ServerTLSSettings</a>
 */
@ModelRecord
public record GatewayTls(
        Mode mode,
        @Syntax(Syntax.Of.SUBDOMAIN) @Nullable String credentialName,
        @Nullable ProtocolVersion minProtocolVersion,
        @Nullable ProtocolVersion maxProtocolVersion,
        List<CipherSuite> cipherSuites) {

    public GatewayTls {
        cipherSuites = List.copyOf(cipherSuites);
    }

    /** The lowest version a client may use. */
    public ProtocolVersion least() {
        return Objects.requireNonNullElse(minProtocolVersion, ProtocolVersion.TLSV1_2);
    }

    /** Whether the gateway ends TLS with a certificate of its own. */
    public boolean needsCredential() {
        return mode == Mode.SIMPLE || mode == Mode.MUTUAL || mode == Mode.OPTIONAL_MUTUAL;
    }

    /** The modes; AUTO_PASSTHROUGH connects clusters and is no ingress. */
    public enum Mode {
        /** The workload behind it ends TLS. */
        PASSTHROUGH,
        /** The gateway shows a certificate. */
        SIMPLE,
        /** Clients show one, too. */
        MUTUAL,
        /** Clients may show one; who shows none is served all the same. */
        OPTIONAL_MUTUAL,
        /** Clients are workloads of the mesh, with their identities. */
        ISTIO_MUTUAL
    }

    /** A version of TLS. */
    public enum ProtocolVersion {
        TLSV1_2,
        TLSV1_3
    }
}
