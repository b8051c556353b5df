package dev.tenantmesh.benchmarks;

import dev.tenantmesh.model.Boundary;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.gateway.Route;
import dev.tenantmesh.model.mesh.AllowedTenantBuilder;
import dev.tenantmesh.model.mesh.SharedGateway;
import dev.tenantmesh.model.mesh.SharedGatewayBuilder;
import dev.tenantmesh.model.tenant.AllowFrom;
import dev.tenantmesh.model.tenant.Call;
import dev.tenantmesh.model.tenant.SharedGatewayUse;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantBuilder;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.TenantNamespaceBuilder;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tenants as they come to a shared mesh: a namespace with a front, one with a back that only the fronts of this tenant and
 * of the one before may call, and a host that is served to the front; closed in every way that is the default.
 */
public final class SyntheticTenants {

    /** Where the hosts of tenants are served. */
    public enum Ingress {
        /** At a gateway of each tenant's own, in a namespace of its own. */
        OWN,
        /** At one gateway of the platform's. */
        SHARED
    }

    private static final String SHARED = "shared";

    private final int tenants;
    private final Ingress ingress;

    private SyntheticTenants(int tenants, Ingress ingress) {
        this.tenants = tenants;
        this.ingress = ingress;
    }

    static MeshModel of(int tenants, Ingress ingress) {
        SyntheticTenants all = new SyntheticTenants(tenants, ingress);
        return SyntheticModel.of(
                IntStream.range(0, tenants).mapToObj(all::tenant).toList(),
                ingress == Ingress.SHARED ? List.of(all.shared()) : List.of(),
                Boundary.WORKLOAD);
    }

    private static String name(int number) {
        return "tenant" + number;
    }

    private static String host(int number) {
        return "www." + name(number) + ".example.com";
    }

    private Tenant tenant(int number) {
        String name = name(number);
        String next = name((number + 1) % tenants);
        String previous = name((number + tenants - 1) % tenants);
        Route route = new Route(null, new Route.Destination(name + "-front", "front", "http"));
        TenantNamespace front = namespace(name + "-front", "front", List.of());
        TenantNamespace back = namespace(name + "-back", "back", List.of(caller(name), caller(previous)));
        TenantBuilder tenant = TenantBuilder.builder()
                .name(name)
                .mesh("mesh")
                .namespaces(List.of(front, back))
                .calls(List.of(new Call("front", new Call.To(next, next + "-back", "back", List.of("http")))));
        return ingress == Ingress.OWN
                ? tenant.namespaces(List.of(
                                front,
                                back,
                                TenantNamespaceBuilder.builder()
                                        .name(name + "-ingress")
                                        .build()))
                        .gateways(List.of(SyntheticModel.gateway("ingress", name + "-ingress", host(number), route)))
                        .build()
                : tenant.sharedGateways(
                                List.of(new SharedGatewayUse(SHARED, List.of(host(number)), List.of(route), null)))
                        .build();
    }

    private static AllowFrom caller(String tenant) {
        return new AllowFrom(tenant, tenant + "-front", "front", List.of("http"));
    }

    private static TenantNamespace namespace(String name, String workload, List<AllowFrom> callers) {
        return TenantNamespaceBuilder.builder()
                .name(name)
                .workloads(List.of(SyntheticModel.workload(workload, callers)))
                .build();
    }

    private SharedGateway shared() {
        return SharedGatewayBuilder.builder()
                .name(SHARED)
                .namespace("mesh-ingress")
                .exposure(SyntheticModel.exposure())
                .tls(SyntheticModel.tls(SHARED))
                .allowedTenants(IntStream.range(0, tenants)
                        .mapToObj(number -> AllowedTenantBuilder.builder()
                                .tenant(name(number))
                                .hosts(List.of(host(number)))
                                .build())
                        .toList())
                .build();
    }
}
