package dev.tenantmesh.benchmarks;

import dev.tenantmesh.model.Boundary;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.RouterTraffic;
import dev.tenantmesh.model.mesh.ControlPlane;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.MeshBuilder;
import dev.tenantmesh.model.platform.Distribution;
import dev.tenantmesh.model.platform.Network;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.PlatformBuilder;
import dev.tenantmesh.model.platform.ServiceMesh;
import dev.tenantmesh.model.platform.TenantGrant;
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

    static MeshModel of(int namespaces) {
        List<Tenant> tenants = IntStream.range(0, namespaces / NAMESPACES_OF_A_TENANT)
                .mapToObj(SyntheticModel::tenant)
                .toList();
        Mesh mesh = MeshBuilder.builder()
                .name("mesh")
                .controlPlane(new ControlPlane("mesh", "mesh-system", null, null, null))
                .trustDomain("mesh.example.com")
                .isolation(new Mesh.MeshIsolation(Boundary.TENANT, RouterTraffic.GATEWAYS_ONLY, null, null))
                .build();
        return MeshModel.of(List.of(platform(tenants)), List.of(mesh), tenants);
    }

    private static Platform platform(List<Tenant> tenants) {
        return PlatformBuilder.builder()
                .name("platform")
                .distribution(new Distribution(Distribution.Type.OPENSHIFT, "4.20"))
                .mesh(new ServiceMesh(ServiceMesh.Type.OPENSHIFT_SERVICE_MESH, "3.4", null, List.of()))
                .network(new Network(
                        Network.Cni.OVN_KUBERNETES, List.of(), List.of(), List.of("192.0.2.10/32"), null, null, null))
                .tenants(tenants.stream()
                        .map(tenant -> new TenantGrant(
                                tenant.name(), List.of(tenant.name() + "-*"), List.of(), List.of(), null))
                        .toList())
                .build();
    }

    private static Tenant tenant(int number) {
        String name = "tenant" + number;
        return TenantBuilder.builder()
                .name(name)
                .mesh("mesh")
                .namespaces(IntStream.range(0, NAMESPACES_OF_A_TENANT)
                        .mapToObj(index -> namespace(name + "-" + index))
                        .toList())
                .build();
    }

    private static TenantNamespace namespace(String name) {
        return TenantNamespaceBuilder.builder()
                .name(name)
                .workloads(IntStream.range(0, WORKLOADS_OF_A_NAMESPACE)
                        .mapToObj(index -> workload("workload" + index))
                        .toList())
                .build();
    }

    private static Workload workload(String name) {
        return WorkloadBuilder.builder()
                .name(name)
                .selector(Map.of("app", name))
                .serviceAccount(name)
                .services(List.of(new Service(name, List.of(new ServicePort("http", PORT, null)), null)))
                .build();
    }
}
