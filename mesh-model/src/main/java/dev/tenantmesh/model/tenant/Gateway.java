package dev.tenantmesh.model.tenant;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Provision;
import dev.tenantmesh.model.Syntax;
import dev.tenantmesh.model.gateway.Api;
import dev.tenantmesh.model.gateway.AutomatedGateway;
import dev.tenantmesh.model.gateway.Exposure;
import dev.tenantmesh.model.gateway.GatewayDeployment;
import dev.tenantmesh.model.gateway.GatewayPorts;
import dev.tenantmesh.model.gateway.GatewayTls;
import dev.tenantmesh.model.gateway.Replicas;
import dev.tenantmesh.model.gateway.Resources;
import dev.tenantmesh.model.gateway.Route;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An ingress gateway of a tenant.
 *
 * @param name RFC 1123 label; also its Service and, unless given, its service account
 * @param namespace one of the tenant's namespaces; best one of its own, since its service account may read Secrets
 * @param api in which API it is written; absent: Istio's own
 * @param deployment of a gateway of the Gateway API whose pods are generated: who makes them; absent: automated
 * @param provision who makes its pods and its Service, with a port named {@code https}, or {@code http} where the router ends
 *     TLS; absent: generated
 * @param replicas how many pods, if they are generated; absent: {@link Replicas#DEFAULT}
 * @param resources what each of them uses, if they are generated; absent: {@link Resources#DEFAULT}
 * @param selector the labels of existing pods; absent: {@code istio: <name>}
 * @param serviceAccount of existing pods; absent: the gateway's name
 * @param targetPort the existing pods' port behind the Service; absent: 8443, or 8080 where the router ends TLS
 * @param exposure how traffic arrives
 * @param hosts the host names it serves, within the tenant's grant
 * @param tls how connections are terminated; absent only where the router ends TLS
 * @param routes where requests go, first match first
 */
@ModelRecord
public record Gateway(
        @Syntax(Syntax.Of.LABEL) String name,
        @Syntax(Syntax.Of.LABEL) String namespace,
        @Nullable Api api,
        @Nullable GatewayDeployment deployment,
        @Nullable Provision provision,
        @Nullable Replicas replicas,
        @Nullable Resources resources,
        @Syntax(Syntax.Of.LABELS) Map<String, String> selector,
        @Syntax(Syntax.Of.SUBDOMAIN) @Nullable String serviceAccount,
        @Syntax(Syntax.Of.PORT) @Nullable Integer targetPort,
        Exposure exposure,
        @Syntax(Syntax.Of.HOST) List<String> hosts,
        @Nullable GatewayTls tls,
        List<Route> routes) {

    public Gateway {
        hosts = List.copyOf(hosts);
        routes = List.copyOf(routes);
    }

    /** Whether its pods and its Service are rendered. */
    public boolean isGenerated() {
        return provision != Provision.EXISTING;
    }

    /** Whether it is written in the Gateway API. */
    public boolean isOfGatewayApi() {
        return api == Api.GATEWAY_API;
    }

    /** Whether the control plane makes its pods and its Service from the Gateway. */
    public boolean isAutomated() {
        return isOfGatewayApi() && isGenerated() && deployment != GatewayDeployment.MANUAL;
    }

    /** The name of its Service. */
    public String service() {
        return isAutomated() ? AutomatedGateway.part(name) : name;
    }

    /** The labels of its pods. */
    public Map<String, String> podLabels() {
        if (isAutomated()) {
            return AutomatedGateway.podLabels(name);
        }
        return selector.isEmpty() ? Map.of("istio", name) : selector;
    }

    /** The port that its pods listen on. */
    public int podPort() {
        if (isAutomated()) {
            return AutomatedGateway.podPort(exposure);
        }
        if (targetPort != null) {
            return targetPort;
        }
        return exposure.isPlaintext() ? GatewayPorts.HTTP : GatewayPorts.HTTPS;
    }

    /** The identity of its pods. */
    public String account() {
        return serviceAccount == null ? service() : serviceAccount;
    }
}
