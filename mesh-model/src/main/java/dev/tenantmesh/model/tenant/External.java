package dev.tenantmesh.model.tenant;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A host outside the cluster that some workloads may call. Proxies know it by its name; the network knows addresses
 * only, so both are written down, and the platform must grant both.
 *
 * @param name RFC 1123 label, unique in its tenant; names the objects made from it
 * @param host its exact DNS name, once in a tenant
 * @param cidrs the addresses that the name may resolve to; connections to others are dropped
 * @param ports the ports that clients connect to
 * @param from who may call it; nobody by default
 * @param tls absent: the wire carries what the client sends; present: clients speak HTTP and their proxy makes TLS of it
 * @param via the gateway it goes through; absent: clients connect themselves, unless the mesh forbids it
 * @param reason why a wide range of addresses is needed, such as the whole internet
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/service-entry/">ServiceEntry</a>
 */
@ModelRecord
public record External(
        @Syntax(Syntax.Of.LABEL) String name,
        @Syntax(Syntax.Of.EXTERNAL_HOST) String host,
        @Syntax(Syntax.Of.CIDR) List<String> cidrs,
        List<Port> ports,
        List<Client> from,
        @Nullable ExternalTls tls,
        @Nullable Via via,
        @Nullable String reason) {

    private static final int HTTPS = 443;

    public External {
        cidrs = List.copyOf(cidrs);
        ports = List.copyOf(ports);
        from = List.copyOf(from);
    }

    /** The ports on the wire, sorted: what NetworkPolicies see. */
    public List<Integer> wirePorts() {
        return ports.stream().map(this::wirePort).distinct().sorted().toList();
    }

    /** The port on the wire behind one that clients connect to. */
    public int wirePort(Port port) {
        if (port.targetPort() != null) {
            return port.targetPort();
        }
        return tls == null ? port.port() : HTTPS;
    }

    /**
     * A TCP port; a plain number is one where clients speak TLS themselves.
     *
     * @param port the port that clients connect to
     * @param protocol what they speak there
     * @param targetPort where a proxy makes TLS of HTTP, the port it does so on; absent: 443
     */
    @ModelRecord
    public record Port(
            @Syntax(Syntax.Of.PORT) int port,
            Protocol protocol,
            @Syntax(Syntax.Of.PORT) @Nullable Integer targetPort) {

        @JsonCreator
        public static Port of(int port) {
            return new Port(port, Protocol.TLS, null);
        }
    }

    /** What clients speak; it decides how proxies tell hosts on one port apart. */
    public enum Protocol {
        /** By the Host header. */
        HTTP,
        /** By the name in the handshake. */
        TLS,
        /** By address alone. */
        TCP
    }

    /**
     * Who may call it.
     *
     * @param namespace one of the tenant's namespaces
     * @param workload one of its workloads; absent: every pod of the namespace
     */
    @ModelRecord
    public record Client(
            @Syntax(Syntax.Of.LABEL) String namespace,
            @Syntax(Syntax.Of.LABEL) @Nullable String workload) {}

    /**
     * The way out.
     *
     * @param egressGateway an egress gateway of the mesh, as {@code namespace/name}
     */
    @ModelRecord
    public record Via(@Syntax(Syntax.Of.SCOPED_NAME) String egressGateway) {}
}
