package dev.tenantmesh.report.capacity;

import dev.tenantmesh.model.effective.WorkloadSidecars;
import dev.tenantmesh.model.mesh.Mesh;
import java.util.List;

/**
 * What the control plane of a mesh has to serve.
 *
 * @param mesh its name
 * @param services the Services that its tenants declare
 * @param sidecars the most sidecars that it may have
 * @param requestsPerSecond what all of them let in
 */
record MeshCost(String mesh, int services, int sidecars, int requestsPerSecond) {

    private static final int SERVICES_OF_FIGURE = 1_000;
    private static final int SIDECARS_OF_FIGURE = 2_000;

    static MeshCost of(Mesh mesh, List<WorkloadSidecars> declared, List<PlatformCapacity.WorkloadCost> costs) {
        return new MeshCost(
                mesh.name(),
                declared.stream()
                        .mapToInt(each -> each.workload().services().size())
                        .sum(),
                costs.stream()
                        .mapToInt(cost -> cost.usage().proxies().high().intValueExact())
                        .sum(),
                costs.stream()
                        .mapToInt(PlatformCapacity.WorkloadCost::requestsPerSecond)
                        .sum());
    }

    /** How many times as large as the mesh that was measured it is, rounded up. */
    int timesTheFigure() {
        int byServices = -Math.floorDiv(-services, SERVICES_OF_FIGURE);
        int bySidecars = -Math.floorDiv(-sidecars, SIDECARS_OF_FIGURE);
        return Math.max(1, Math.max(byServices, bySidecars));
    }
}
