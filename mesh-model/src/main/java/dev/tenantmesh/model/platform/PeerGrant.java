package dev.tenantmesh.model.platform;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Opens the way between tenants and something that is not in the mesh: a Vault, a Kafka, a database.
 *
 * @param name RFC 1123 label; names the policies made from it
 * @param peer who
 * @param ports on which ports: the peer's for egress, the tenant's for ingress
 * @param direction seen from the tenant
 * @param to which tenants get it
 */
@ModelRecord
public record PeerGrant(
        @Syntax(Syntax.Of.LABEL) String name, Peer peer, List<Port> ports, Direction direction, List<Target> to) {

    public PeerGrant {
        ports = List.copyOf(ports);
        to = List.copyOf(to);
    }

    /** Seen from the tenant. */
    public enum Direction {
        @JsonProperty("egress")
        EGRESS,
        @JsonProperty("ingress")
        INGRESS
    }

    /**
     * Pods of a namespace, or addresses outside the cluster.
     *
     * @param namespace the peer's namespace; excludes {@code cidr}
     * @param podSelector narrows it to some pods
     * @param service the Service that clients call, by which proxies name the peer; absent: known by port only
     * @param cidr addresses that are neither pods nor Services
     */
    @ModelRecord
    public record Peer(
            @Syntax(Syntax.Of.LABEL) @Nullable String namespace,
            @Syntax(Syntax.Of.LABELS) Map<String, String> podSelector,
            @Syntax(Syntax.Of.SERVICE) @Nullable String service,
            @Syntax(Syntax.Of.CIDR) @Nullable String cidr) {}

    /**
     * A TCP port; written as a plain number where Service and pod use the same.
     *
     * @param port the port that clients connect to
     * @param targetPort the pod's port; absent: the same
     */
    @ModelRecord
    public record Port(
            @Syntax(Syntax.Of.PORT) int port,
            @Syntax(Syntax.Of.PORT) @Nullable Integer targetPort) {

        @JsonCreator
        public static Port of(int port) {
            return new Port(port, null);
        }

        /** The port that NetworkPolicies see. */
        public int podPort() {
            return targetPort == null ? port : targetPort;
        }
    }

    /**
     * Who gets the grant: a tenant, or one namespace or workload of it.
     *
     * @param tenant the tenant
     * @param namespace only this namespace of it
     * @param workload only this workload of that namespace
     */
    @ModelRecord
    public record Target(
            @Syntax(Syntax.Of.LABEL) String tenant,
            @Syntax(Syntax.Of.LABEL) @Nullable String namespace,
            @Syntax(Syntax.Of.LABEL) @Nullable String workload) {}
}
