package dev.tenantmesh.report.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.capacity.Capacity;
import dev.tenantmesh.model.capacity.Load;
import dev.tenantmesh.model.capacity.Range;
import dev.tenantmesh.model.effective.BudgetUse;
import dev.tenantmesh.model.gateway.Replicas;
import dev.tenantmesh.model.mesh.ControlPlane;
import dev.tenantmesh.model.mesh.MeshBuilder;
import dev.tenantmesh.model.platform.Distribution;
import dev.tenantmesh.model.platform.Network;
import dev.tenantmesh.model.platform.NetworkBuilder;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.PlatformBuilder;
import dev.tenantmesh.model.platform.ServiceMesh;
import dev.tenantmesh.model.platform.ServiceMeshBuilder;
import dev.tenantmesh.model.platform.TenantGrantBuilder;
import dev.tenantmesh.model.tenant.TenantBuilder;
import dev.tenantmesh.model.tenant.TenantNamespaceBuilder;
import dev.tenantmesh.model.tenant.Workload;
import dev.tenantmesh.model.tenant.WorkloadBuilder;
import dev.tenantmesh.report.capacity.shown.Units;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlatformCapacityTest {

    /** The example that everybody quotes: 200 MB each on a node of 500 pods are 100 GB, and 62.5 GiB are kept for them. */
    @Test
    void a_full_node_takes_what_all_its_sidecars_take() {
        // When
        NodeCost node = NodeCost.of(capacity("1.4", new Capacity(null, 500, null), workload(1, 0)))
                .orElseThrow();

        // Then
        assertThat(Units.used(node.full().usedMemory())).isEqualTo("25 GB to 100 GB");
        assertThat(Units.reserved(node.full().requestedMemory())).isEqualTo("62.5 GiB");
        assertThat(Units.cores(node.full().requestedCpu())).isEqualTo("50 vCPU");
    }

    @Test
    void istio_1_4_costs_what_its_page_says() {
        // When
        PlatformCapacity capacity = capacity("1.4", Capacity.UNKNOWN, workload(2, 4_000));

        // Then
        assertThat(capacity.total().usedCpu()).isEqualTo(Range.of("2", "2"));
        assertThat(capacity.total().usedMemory()).isEqualTo(Range.of(100_000_000, 400_000_000));
        assertThat(capacity.figures().latency()).hasValue(Range.of("6.3", "6.3"));
        assertThat(PlatformCapacity.atRate(capacity.figures().telemetry(), capacity.requestsPerSecond()))
                .isEqualTo(Range.of("2.4", "2.4"));
    }

    @Test
    void what_is_in_several_clusters_costs_in_each() {
        // Given
        MeshModel model = MeshModel.read(
                Path.of("..", "mesh-generator", "src", "test", "resources", "cases", "clusters-three", "mesh"));

        // When
        PlatformCapacity capacity = PlatformCapacity.of(model, model.platforms().get(0), List.of());

        // Then
        assertThat(capacity.workloads())
                .extracting(PlatformCapacity.WorkloadCost::workload)
                .containsExactlyInAnyOrder("storefront", "storefront", "inventory", "inventory");
        assertThat(capacity.budgets())
                .extracting(BudgetUse::scope)
                .containsExactly("platform trio/a", "platform trio/b", "platform trio/c");
    }

    @Test
    void what_nobody_counts_is_named_and_adds_nothing() {
        // When
        PlatformCapacity capacity = capacity(
                "1.30",
                Capacity.UNKNOWN,
                WorkloadBuilder.builder(workload(1, 0)).replicas(null).build());

        // Then
        assertThat(capacity.uncounted()).containsExactly("web-prod/api");
        assertThat(capacity.total()).isEqualTo(Usage.NONE);
    }

    /** A control plane that was measured serves 2000 sidecars. */
    @Test
    void a_larger_mesh_needs_the_control_plane_more_than_once() {
        // When
        PlatformCapacity capacity = capacity("1.30", Capacity.UNKNOWN, workload(2_001, 0));

        // Then
        assertThat(capacity.meshes()).singleElement().returns(2, MeshCost::timesTheFigure);
    }

    @Test
    void an_ambient_mesh_stands_beside_it_where_the_version_has_one() {
        // Given
        Capacity nodes = new Capacity(3, null, null);

        // Then
        assertThat(AmbientCost.of(capacity("1.4", nodes, workload(30, 1_000)))).isEmpty();
        assertThat(AmbientCost.of(capacity("1.30", nodes, workload(30, 1_000)))).hasValueSatisfying(ambient -> {
            assertThat(Units.reserved(ambient.requestedMemory())).isEqualTo("1.5 GiB to 1.63 GiB");
            assertThat(Units.cores(ambient.usedCpu())).isEqualTo("0.06 to 0.37 vCPU");
        });
    }

    private static Workload workload(int replicas, int requestsPerSecond) {
        return WorkloadBuilder.builder()
                .name("api")
                .selector(Map.of("app", "api"))
                .serviceAccount("api")
                .replicas(Replicas.of(replicas))
                .load(new Load(requestsPerSecond))
                .build();
    }

    private static PlatformCapacity capacity(String istio, Capacity cluster, Workload workload) {
        Platform platform = PlatformBuilder.builder()
                .name("dev")
                .distribution(new Distribution(Distribution.Type.KUBERNETES, "1.34"))
                .mesh(ServiceMeshBuilder.builder()
                        .type(ServiceMesh.Type.ISTIO)
                        .version(istio)
                        .build())
                .network(NetworkBuilder.builder().cni(Network.Cni.CALICO).build())
                .capacity(cluster)
                .tenants(List.of(TenantGrantBuilder.builder()
                        .name("web")
                        .namespaces(List.of("web-*"))
                        .build()))
                .build();
        MeshModel model = MeshModel.of(
                List.of(platform),
                List.of(MeshBuilder.builder()
                        .name("retail")
                        .controlPlane(new ControlPlane("retail", "retail-mesh", null, null))
                        .trustDomain("retail.example.com")
                        .build()),
                List.of(TenantBuilder.builder()
                        .name("web")
                        .mesh("retail")
                        .addNamespaces(TenantNamespaceBuilder.builder()
                                .name("web-prod")
                                .addWorkloads(workload)
                                .build())
                        .build()));
        return PlatformCapacity.of(model, platform, List.of());
    }
}
