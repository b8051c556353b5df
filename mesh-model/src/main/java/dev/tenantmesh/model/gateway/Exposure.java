package dev.tenantmesh.model.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How traffic arrives at a gateway.
 *
 * @param type by what
 * @param termination for a Route: where TLS ends on the way; absent: passthrough
 * @param reason why TLS may end before the gateway; needed with edge, and only there
 * @param destinationCACertificate for a Route that reencrypts: whom the router trusts, as PEM; absent: the cluster's own
 *     authority, which then also makes the gateway's certificate
 * @param sourceRanges for a load balancer or node port: the addresses of the clients; none: everyone
 * @param clients for a cluster IP: who may come; at least one
 */
@ModelRecord
public record Exposure(
        Type type,
        @Nullable Termination termination,
        @Nullable String reason,
        @Syntax(Syntax.Of.CERTIFICATES) @Nullable String destinationCACertificate,
        @Syntax(Syntax.Of.CIDR) List<String> sourceRanges,
        List<GatewayClient> clients) {

    public Exposure {
        sourceRanges = List.copyOf(sourceRanges);
        clients = List.copyOf(clients);
    }

    /** Where TLS of a Route ends; passthrough where there is none. */
    public Termination terminates() {
        return termination == null ? Termination.PASSTHROUGH : termination;
    }

    /** The certificates that the router trusts, in lines, however they were written. */
    public @Nullable String destinationPem() {
        if (destinationCACertificate == null) {
            return null;
        }
        String lines = destinationCACertificate.strip().replace(' ', '\n');
        return lines.replace("BEGIN\n", "BEGIN ").replace("END\n", "END ") + "\n";
    }

    /** Whether the router ends TLS and speaks plaintext from there on. */
    public boolean isPlaintext() {
        return terminates() == Termination.EDGE;
    }

    /** By what traffic arrives. */
    public enum Type {
        /** An OpenShift Route through the router. */
        @JsonProperty("route")
        ROUTE,
        /** A Service of type LoadBalancer. */
        @JsonProperty("load-balancer")
        LOAD_BALANCER,
        /** A port of every node. */
        @JsonProperty("node-port")
        NODE_PORT,
        /** Pods of the cluster, and of them only those that are named. */
        @JsonProperty("cluster-ip")
        CLUSTER_IP
    }

    /** Where TLS ends on the way through the router. */
    public enum Termination {
        /** Not before the gateway. */
        @JsonProperty("passthrough")
        PASSTHROUGH,
        /** At the router, which opens a new connection with TLS to the gateway. */
        @JsonProperty("reencrypt")
        REENCRYPT,
        /** At the router, which speaks plaintext to the gateway. */
        @JsonProperty("edge")
        EDGE
    }
}
