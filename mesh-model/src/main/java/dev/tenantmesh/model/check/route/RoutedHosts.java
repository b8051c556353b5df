package dev.tenantmesh.model.check.route;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.gateway.GatewayTls;
import dev.tenantmesh.model.gateway.Route;
import dev.tenantmesh.model.mesh.AllowedTenant;
import dev.tenantmesh.model.mesh.SharedGateway;
import dev.tenantmesh.model.tenant.Gateway;
import dev.tenantmesh.model.tenant.SharedGatewayUse;
import dev.tenantmesh.model.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hosts that a tenant serves and where it sends their requests, through a gateway of its own or a shared one.
 *
 * @param source what was written
 * @param tenant who serves them
 * @param hosts the host names
 * @param routes where requests go
 * @param ofGatewayApi whether the gateway is written in the Gateway API
 * @param tls how their connections are terminated, if anything says so
 */
public record RoutedHosts(
        Record source,
        Tenant tenant,
        List<String> hosts,
        List<Route> routes,
        boolean ofGatewayApi,
        @Nullable GatewayTls tls) {

    /** All of a model. */
    public static Stream<RoutedHosts> of(MeshModel model) {
        return model.claimants().stream().flatMap(tenant -> of(model, tenant));
    }

    private static Stream<RoutedHosts> of(MeshModel model, Tenant tenant) {
        return Stream.concat(
                tenant.gateways().stream().map(gateway -> of(tenant, gateway)),
                tenant.sharedGateways().stream().map(use -> of(model, tenant, use)));
    }

    /** Whether the gateway passes TLS through, and so sees nothing but the host. */
    public boolean passesThrough() {
        return tls != null && tls.mode() == GatewayTls.Mode.PASSTHROUGH;
    }

    private static RoutedHosts of(Tenant tenant, Gateway gateway) {
        return new RoutedHosts(
                gateway, tenant, gateway.hosts(), gateway.routes(), gateway.isOfGatewayApi(), gateway.tls());
    }

    private static RoutedHosts of(MeshModel model, Tenant tenant, SharedGatewayUse use) {
        Optional<SharedGateway> gateway = model.mesh(tenant.mesh()).flatMap(mesh -> mesh.gateway(use.gateway()));
        return new RoutedHosts(
                use,
                tenant,
                use.hosts(),
                use.routes(),
                gateway.filter(SharedGateway::isOfGatewayApi).isPresent(),
                gateway.map(shared -> tls(shared, tenant.name())).orElse(null));
    }

    private static @Nullable GatewayTls tls(SharedGateway gateway, String tenant) {
        return gateway.allowed(tenant).map(AllowedTenant::tls).orElse(gateway.tls());
    }
}
