package dev.tenantmesh.benchmarks;

import dev.tenantmesh.model.Boundary;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.RouterTraffic;
import dev.tenantmesh.model.gateway.Exposure;
import dev.tenantmesh.model.gateway.ExposureBuilder;
import dev.tenantmesh.model.gateway.GatewayTls;
import dev.tenantmesh.model.gateway.GatewayTlsBuilder;
import dev.tenantmesh.model.gateway.Route;
import dev.tenantmesh.model.mesh.ControlPlane;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.MeshBuilder;
import dev.tenantmesh.model.mesh.SharedGateway;
import dev.tenantmesh.model.platform.Distribution;
import dev.tenantmesh.model.platform.Network;
import dev.tenantmesh.model.platform.NetworkBuilder;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.PlatformBuilder;
import dev.tenantmesh.model.platform.ServiceMesh;
import dev.tenantmesh.model.platform.ServiceMeshBuilder;
import dev.tenantmesh.model.platform.TenantGrantBuilder;
import dev.tenantmesh.model.tenant.AllowFrom;
import dev.tenantmesh.model.tenant.Gateway;
import dev.tenantmesh.model.tenant.GatewayBuilder;
import dev.tenantmesh.model.tenant.Service;
import dev.tenantmesh.model.tenant.ServicePort;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantBuilder;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.TenantNamespaceBuilder;
import dev.tenantmesh.model.tenant.Workload;
import dev.tenantmesh.model.tenant.WorkloadBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Tenants of four namespaces with three workloads each, in one mesh on OpenShift Service Mesh 3.4. */
final class SyntheticModel {

    private static final int NAMESPACES_OF_A_TENANT = 4;
    private static final int WORKLOADS_OF_A_NAMESPACE = 3;
    private static final int PORT = 8080;

    private SyntheticModel() {}

    /** @param gateways how many exposed gateways there are in each namespace, each with a host and a route of its own */
    static MeshModel of(int namespaces, int gateways) {
        List<Tenant> tenants = IntStream.range(0, namespaces / NAMESPACES_OF_A_TENANT)
                .mapToObj(number -> tenant(number, gateways))
                .toList();
        return of(tenants, List.of(), Boundary.TENANT);
    }

    /** Some tenants in one mesh. */
    static MeshModel of(List<Tenant> tenants, List<SharedGateway> shared, Boundary boundary) {
        Mesh mesh = MeshBuilder.builder()
                .name("mesh")
                .controlPlane(new ControlPlane("mesh", "mesh-system", null, null))
                .trustDomain("mesh.example.com")
                .isolation(new Mesh.MeshIsolation(boundary, RouterTraffic.GATEWAYS_ONLY, null, null))
                .gateways(shared)
                .build();
        return MeshModel.of(List.of(platform(tenants)), List.of(mesh), tenants);
    }

    private static Platform platform(List<Tenant> tenants) {
        return PlatformBuilder.builder()
                .name("platform")
                .distribution(new Distribution(Distribution.Type.OPENSHIFT, "4.20"))
                .mesh(ServiceMeshBuilder.builder()
                        .type(ServiceMesh.Type.OPENSHIFT_SERVICE_MESH)
                        .version("3.4")
                        .build())
                .network(NetworkBuilder.builder()
                        .cni(Network.Cni.OVN_KUBERNETES)
                        .podCIDRs(List.of("10.128.0.0/14"))
                        .serviceCIDRs(List.of("172.30.0.0/16"))
                        .apiServerCIDRs(List.of("192.0.2.10/32"))
                        .build())
                .tenants(tenants.stream()
                        .map(tenant -> TenantGrantBuilder.builder()
                                .name(tenant.name())
                                .namespaces(List.of(tenant.name() + "-*"))
                                .hosts(List.of("*." + tenant.name() + ".example.com"))
                                .build())
                        .toList())
                .build();
    }

    private static Tenant tenant(int number, int gateways) {
        String name = "tenant" + number;
        List<TenantNamespace> namespaces = IntStream.range(0, NAMESPACES_OF_A_TENANT)
                .mapToObj(index -> namespace(name + "-" + index))
                .toList();
        return TenantBuilder.builder()
                .name(name)
                .mesh("mesh")
                .namespaces(namespaces)
                .gateways(namespaces.stream()
                        .flatMap(namespace -> IntStream.range(0, gateways)
                                .mapToObj(index -> gateway(
                                        "gateway" + index,
                                        namespace.name(),
                                        "gateway" + index + "-" + namespace.name() + "." + name + ".example.com",
                                        new Route(null, new Route.Destination(namespace.name(), "workload0", "http")))))
                        .toList())
                .build();
    }

    private static TenantNamespace namespace(String name) {
        return TenantNamespaceBuilder.builder()
                .name(name)
                .workloads(IntStream.range(0, WORKLOADS_OF_A_NAMESPACE)
                        .mapToObj(index -> workload("workload" + index, List.of()))
                        .toList())
                .build();
    }

    static Workload workload(String name, List<AllowFrom> callers) {
        return WorkloadBuilder.builder()
                .name(name)
                .selector(Map.of("app", name))
                .serviceAccount(name)
                .services(List.of(new Service(name, List.of(new ServicePort("http", PORT, null)), null)))
                .allowFrom(callers)
                .build();
    }

    static Gateway gateway(String name, String namespace, String host, Route route) {
        return GatewayBuilder.builder()
                .name(name)
                .namespace(namespace)
                .exposure(exposure())
                .hosts(List.of(host))
                .tls(tls(name))
                .routes(List.of(route))
                .build();
    }

    static Exposure exposure() {
        return ExposureBuilder.builder().type(Exposure.Type.ROUTE).build();
    }

    static GatewayTls tls(String secret) {
        return GatewayTlsBuilder.builder()
                .mode(GatewayTls.Mode.SIMPLE)
                .credentialName(secret)
                .build();
    }
}
