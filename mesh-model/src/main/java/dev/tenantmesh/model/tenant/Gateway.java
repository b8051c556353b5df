package dev.tenantmesh.model.tenant;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import dev.tenantmesh.model.yaml.Reserved;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An ingress gateway of a tenant; its Deployment and its Service, with a port 443 named {@code https}, stay the
 * tenant's.
 *
 * @param name RFC 1123 label; also its Service and, unless given, its service account
 * @param namespace one of the tenant's namespaces; best one of its own, since its service account may read Secrets
 * @param selector the labels of its pods; absent: {@code istio: <name>}
 * @param serviceAccount absent: the gateway's name
 * @param targetPort the pods' port behind port 443 of the Service; absent: 8443
 * @param exposure how traffic arrives
 * @param hosts the host names it serves, within the tenant's grant
 * @param tls how connections are terminated
 * @param routes where requests go, first match first
 */
@ModelRecord
@Reserved("allowedTenants")
public record Gateway(
        @Syntax(Syntax.Of.LABEL) String name,
        @Syntax(Syntax.Of.LABEL) String namespace,
        @Syntax(Syntax.Of.LABELS) Map<String, String> selector,
        @Syntax(Syntax.Of.SUBDOMAIN) @Nullable String serviceAccount,
        @Syntax(Syntax.Of.PORT) @Nullable Integer targetPort,
        Exposure exposure,
        @Syntax(Syntax.Of.HOST) List<String> hosts,
        GatewayTls tls,
        List<Route> routes) {

    private static final int DEFAULT_POD_PORT = 8443;

    public Gateway {
        hosts = List.copyOf(hosts);
        routes = List.copyOf(routes);
    }

    /** The labels of its pods. */
    public Map<String, String> podLabels() {
        return selector.isEmpty() ? Map.of("istio", name) : selector;
    }

    /** The port that its pods listen on. */
    public int podPort() {
        return targetPort == null ? DEFAULT_POD_PORT : targetPort;
    }

    /** The identity of its pods. */
    public String account() {
        return serviceAccount == null ? name : serviceAccount;
    }

    /**
     * How traffic arrives.
     *
     * @param type by what
     * @param termination for a Route: where TLS ends; absent: passthrough
     */
    @ModelRecord
    public record Exposure(Type type, @Nullable Termination termination) {

        /** By what traffic arrives. */
        public enum Type {
            /** An OpenShift Route through the router. */
            @JsonProperty("route")
            ROUTE,
            /** A Service of type LoadBalancer, open to everyone on the TLS port. */
            @JsonProperty("load-balancer")
            LOAD_BALANCER
        }

        /** Where TLS ends. */
        public enum Termination {
            @JsonProperty("passthrough")
            PASSTHROUGH
        }
    }

    /**
     * Requests and where they go.
     *
     * @param match which requests; absent: all
     * @param to where
     */
    @ModelRecord
    public record Route(@Nullable Match match, Destination to) {}

    /**
     * Which requests.
     *
     * @param prefix of the path
     */
    @ModelRecord
    public record Match(@Syntax(Syntax.Of.PATH) String prefix) {}

    /**
     * A service of the gateway's own tenant.
     *
     * @param namespace one of the tenant's namespaces
     * @param service the name of a Service declared there
     * @param port the name of one of its ports
     */
    @ModelRecord
    public record Destination(
            @Syntax(Syntax.Of.LABEL) String namespace,
            @Syntax(Syntax.Of.SERVICE) String service,
            @Syntax(Syntax.Of.PORT_NAME) String port) {}
}
