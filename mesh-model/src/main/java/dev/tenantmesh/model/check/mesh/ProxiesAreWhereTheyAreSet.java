package dev.tenantmesh.model.check.mesh;

import dev.tenantmesh.model.DataPlane;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.effective.EffectiveSettings;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Workload;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is set of a proxy in the pod, or because there is none, fits a data plane that some platform gives the
 * namespace; a model that renders both sides of a migration may set both.
 */
public final class ProxiesAreWhereTheyAreSet implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        for (Tenant tenant : model.tenants()) {
            model.mesh(tenant.mesh())
                    .ifPresent(mesh -> tenant.namespaces()
                            .forEach(namespace -> check(namespace, planes(model, mesh, namespace), model, problems)));
        }
    }

    private static Set<DataPlane> planes(MeshModel model, Mesh mesh, TenantNamespace namespace) {
        return model.platforms().stream()
                .map(platform -> new EffectiveSettings(platform, mesh).dataPlane(namespace))
                .collect(Collectors.toSet());
    }

    private static void check(TenantNamespace namespace, Set<DataPlane> planes, MeshModel model, Problems problems) {
        for (Workload workload : namespace.workloads()) {
            if (workload.sidecar() != null && planes.equals(Set.of(DataPlane.AMBIENT))) {
                problems.error(
                        ProblemCode.OTHER_DATA_PLANE,
                        model.origins().of(workload, "sidecar"),
                        workload.name(),
                        "Namespace '" + namespace.name()
                                + "' is ambient on every platform, so its pods have no proxy of" + " their own.",
                        "Remove the key; the proxies of nodes are sized where they are installed.");
            }
            if (!workload.probes().isEmpty() && planes.equals(Set.of(DataPlane.SIDECAR))) {
                problems.error(
                        ProblemCode.OTHER_DATA_PLANE,
                        model.origins().of(workload, "probes"),
                        workload.name(),
                        "Namespace '" + namespace.name() + "' is ambient on no platform, and the proxy of a pod takes"
                                + " its probes.",
                        "Remove the key, or write `dataPlane: ambient`.");
            }
        }
    }
}
