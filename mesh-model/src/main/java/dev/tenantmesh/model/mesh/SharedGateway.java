package dev.tenantmesh.model.mesh;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import dev.tenantmesh.model.gateway.Api;
import dev.tenantmesh.model.gateway.AutomatedGateway;
import dev.tenantmesh.model.gateway.Exposure;
import dev.tenantmesh.model.gateway.GatewayDeployment;
import dev.tenantmesh.model.gateway.GatewayPorts;
import dev.tenantmesh.model.gateway.GatewayTls;
import dev.tenantmesh.model.gateway.Replicas;
import dev.tenantmesh.model.gateway.Resources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An ingress gateway that the platform team owns and several tenants use, each for hosts of its own.
 *
 * @param name a Service name, unique in the mesh
 * @param namespace the mesh's own: no tenant's, and no control plane's
 * @param api in which API it is written; absent: Istio's own
 * @param deployment of a gateway of the Gateway API: who makes its pods; absent: automated
 * @param replicas how many pods; absent: {@link Replicas#DEFAULT}
 * @param resources what each of them uses; absent: {@link Resources#DEFAULT}
 * @param exposure how traffic arrives
 * @param tls how connections are terminated, unless a tenant has its own way; absent only with edge
 * @param allowedTenants who may use it, and for which hosts
 */
@ModelRecord
public record SharedGateway(
        @Syntax(Syntax.Of.SERVICE) String name,
        @Syntax(Syntax.Of.LABEL) String namespace,
        @Nullable Api api,
        @Nullable GatewayDeployment deployment,
        @Nullable Replicas replicas,
        @Nullable Resources resources,
        Exposure exposure,
        @Nullable GatewayTls tls,
        List<AllowedTenant> allowedTenants) {

    public SharedGateway {
        allowedTenants = List.copyOf(allowedTenants);
    }

    /** Whether it is written in the Gateway API. */
    public boolean isOfGatewayApi() {
        return api == Api.GATEWAY_API;
    }

    /** Whether the control plane makes its pods and its Service from the Gateway. */
    public boolean isAutomated() {
        return isOfGatewayApi() && deployment != GatewayDeployment.MANUAL;
    }

    /** The name of its Service, which is also its identity. */
    public String service() {
        return isAutomated() ? AutomatedGateway.part(name) : name;
    }

    /** The labels of its pods. */
    public Map<String, String> podLabels() {
        return isAutomated() ? AutomatedGateway.podLabels(name) : Map.of("istio", name);
    }

    /** The port that its pods listen on. */
    public int podPort() {
        if (isAutomated()) {
            return AutomatedGateway.podPort(exposure);
        }
        return exposure.isPlaintext() ? GatewayPorts.HTTP : GatewayPorts.HTTPS;
    }

    /** What a tenant may do here, if it may do anything. */
    public Optional<AllowedTenant> allowed(String tenant) {
        return allowedTenants.stream()
                .filter(allowed -> allowed.tenant().equals(tenant))
                .findFirst();
    }
}
