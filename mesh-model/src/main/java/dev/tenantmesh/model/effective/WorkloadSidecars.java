package dev.tenantmesh.model.effective;

import dev.tenantmesh.model.DataPlane;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.capacity.Amount;
import dev.tenantmesh.model.capacity.Load;
import dev.tenantmesh.model.capacity.ProxySize;
import dev.tenantmesh.model.gateway.Replicas;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.tenant.Sidecar;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Workload;
import java.util.List;
import java.util.Optional;

/**
 * The sidecars of one workload: one beside each of its pods.
 *
 * @param tenant whose it is
 * @param namespace where it runs
 * @param workload what the tenant wrote
 * @param size what each of them reserves
 */
public record WorkloadSidecars(Tenant tenant, TenantNamespace namespace, Workload workload, ProxySize size) {

    /**
     * Of every workload of a mesh that has sidecars on a platform and whose tenant is known in full, in the order in which
     * they are written.
     */
    public static List<WorkloadSidecars> of(MeshModel model, Platform platform, Mesh mesh) {
        EffectiveSettings settings = new EffectiveSettings(platform, mesh);
        return model.tenantsOf(mesh).stream()
                .filter(model::renders)
                .flatMap(tenant -> tenant.namespaces().stream()
                        .filter(namespace -> settings.dataPlane(namespace) == DataPlane.SIDECAR)
                        .flatMap(namespace -> namespace.workloads().stream()
                                .map(workload -> new WorkloadSidecars(tenant, namespace, workload, size(workload)))))
                .toList();
    }

    /** How many there are; empty if nobody says. */
    public Optional<Replicas> count() {
        return Optional.ofNullable(workload.replicas());
    }

    /** How many requests a second they let in together, as far as somebody says. */
    public int requestsPerSecond() {
        Load load = workload.load();
        return load == null ? 0 : load.requestsPerSecond();
    }

    /** What each sidecar of a workload reserves: what an injector gives it, or all that is said. */
    public static ProxySize size(Workload workload) {
        Sidecar sidecar = workload.sidecar();
        return sidecar == null ? ProxySize.INJECTED : size(sidecar.resources());
    }

    private static ProxySize size(Sidecar.Resources resources) {
        return new ProxySize(amount(resources.requests()), amount(resources.limits()));
    }

    private static Amount amount(Sidecar.Amounts amounts) {
        return Amount.of(amounts.cpu(), amounts.memory());
    }
}
