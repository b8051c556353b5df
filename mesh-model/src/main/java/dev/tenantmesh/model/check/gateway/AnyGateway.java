package dev.tenantmesh.model.check.gateway;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.gateway.Api;
import dev.tenantmesh.model.gateway.Exposure;
import dev.tenantmesh.model.gateway.GatewayDeployment;
import dev.tenantmesh.model.gateway.GatewayTls;
import dev.tenantmesh.model.gateway.Replicas;
import dev.tenantmesh.model.gateway.Resources;
import dev.tenantmesh.model.mesh.AllowedTenant;
import dev.tenantmesh.model.mesh.SharedGateway;
import dev.tenantmesh.model.tenant.Gateway;
import dev.tenantmesh.model.tenant.Tenant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A gateway, whoever owns it, as far as one rule goes for all of them.
 *
 * @param source what was written
 * @param owner the tenant that owns it; absent: the mesh
 * @param mesh the name of its mesh
 * @param namespace where it stands
 * @param name its name
 * @param api in which API it is written, if that was said
 * @param deployment who makes its pods, if that was said
 * @param generated whether its pods and its Service are rendered
 * @param replicas how many pods, if that was said
 * @param resources what each of them uses, if that was said
 * @param exposure how traffic arrives
 * @param tls how connections are terminated, if that was said
 * @param ownTls how they are for the hosts of single tenants
 */
public record AnyGateway(
        Record source,
        @Nullable Tenant owner,
        String mesh,
        String namespace,
        String name,
        @Nullable Api api,
        @Nullable GatewayDeployment deployment,
        boolean generated,
        @Nullable Replicas replicas,
        @Nullable Resources resources,
        Exposure exposure,
        @Nullable GatewayTls tls,
        List<GatewayTls> ownTls) {

    /** Every gateway of a model. */
    static Stream<AnyGateway> of(MeshModel model) {
        return Stream.concat(
                model.tenants().stream()
                        .flatMap(tenant -> tenant.gateways().stream().map(gateway -> of(tenant, gateway))),
                model.meshes().stream()
                        .flatMap(mesh -> mesh.gateways().stream().map(gateway -> of(mesh.name(), gateway))));
    }

    /** Whether it is written in the Gateway API. */
    boolean isOfGatewayApi() {
        return api == Api.GATEWAY_API;
    }

    /** Whether the control plane makes its pods from the Gateway. */
    boolean isAutomated() {
        return isOfGatewayApi() && generated && deployment != GatewayDeployment.MANUAL;
    }

    /** Every way in which it terminates TLS. */
    List<GatewayTls> everyTls() {
        return Stream.concat(Stream.ofNullable(tls), ownTls.stream()).toList();
    }

    private static AnyGateway of(Tenant tenant, Gateway gateway) {
        return new AnyGateway(
                gateway,
                tenant,
                tenant.mesh(),
                gateway.namespace(),
                gateway.name(),
                gateway.api(),
                gateway.deployment(),
                gateway.isGenerated(),
                gateway.replicas(),
                gateway.resources(),
                gateway.exposure(),
                gateway.tls(),
                List.of());
    }

    private static AnyGateway of(String mesh, SharedGateway gateway) {
        return new AnyGateway(
                gateway,
                null,
                mesh,
                gateway.namespace(),
                gateway.name(),
                gateway.api(),
                gateway.deployment(),
                true,
                gateway.replicas(),
                gateway.resources(),
                gateway.exposure(),
                gateway.tls(),
                gateway.allowedTenants().stream()
                        .map(AllowedTenant::tls)
                        .flatMap(Stream::ofNullable)
                        .toList());
    }
}
