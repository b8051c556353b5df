package dev.tenantmesh.model.mesh;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import dev.tenantmesh.model.gateway.Exposure;
import dev.tenantmesh.model.gateway.GatewayTls;
import dev.tenantmesh.model.gateway.Replicas;
import dev.tenantmesh.model.gateway.Resources;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An ingress gateway that the platform team owns and several tenants use, each for hosts of its own.
 *
 * @param name a Service name, unique in the mesh
 * @param namespace the mesh's own: no tenant's, and no control plane's
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
        @Nullable Replicas replicas,
        @Nullable Resources resources,
        Exposure exposure,
        @Nullable GatewayTls tls,
        List<AllowedTenant> allowedTenants) {

    public SharedGateway {
        allowedTenants = List.copyOf(allowedTenants);
    }

    /** What a tenant may do here, if it may do anything. */
    public Optional<AllowedTenant> allowed(String tenant) {
        return allowedTenants.stream()
                .filter(allowed -> allowed.tenant().equals(tenant))
                .findFirst();
    }
}
