package dev.tenantmesh.model.mesh;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import dev.tenantmesh.model.gateway.Replicas;
import dev.tenantmesh.model.gateway.Resources;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gateway before a control plane that serves another cluster. Before an external one it ends TLS with a certificate
 * for its host, and goes on to the control plane, whose own certificate it verifies. Before a primary TLS goes through to
 * the control plane, whose authority everybody there knows.
 *
 * @param name a Service name
 * @param namespace where it stands in the control plane's cluster, a namespace of its own
 * @param mesh another mesh, in the control cluster, whose proxies it runs on; a primary's runs on those of its own mesh
 * @param host the host name by which proxies and API servers of the other cluster come; none comes to a primary's
 * @param addresses the addresses behind that name, which members are let out to; of a primary's, the one address
 * @param sourceRanges the addresses by which the other cluster is seen here, and nobody else is let in
 * @param credentialName the Secret beside the gateway with the certificate for the host; everybody's default trust
 *     covers who issued it
 * @param caCredentialName the Secret beside the gateway whose {@code ca.crt} verifies the control plane
 * @param replicas how many pods; absent: {@link Replicas#DEFAULT}
 * @param resources what each of them uses; absent: {@link Resources#DEFAULT}
 */
@ModelRecord
public record ControlPlaneGateway(
        @Syntax(Syntax.Of.SERVICE) String name,
        @Syntax(Syntax.Of.LABEL) String namespace,
        @Syntax(Syntax.Of.LABEL) @Nullable String mesh,
        @Syntax(Syntax.Of.EXTERNAL_HOST) @Nullable String host,
        @Syntax(Syntax.Of.CIDR) List<String> addresses,
        @Syntax(Syntax.Of.CIDR) List<String> sourceRanges,
        @Syntax(Syntax.Of.SUBDOMAIN) @Nullable String credentialName,
        @Syntax(Syntax.Of.SUBDOMAIN) @Nullable String caCredentialName,
        @Nullable Replicas replicas,
        @Nullable Resources resources) {

    public ControlPlaneGateway {
        addresses = List.copyOf(addresses);
        sourceRanges = List.copyOf(sourceRanges);
    }
}
