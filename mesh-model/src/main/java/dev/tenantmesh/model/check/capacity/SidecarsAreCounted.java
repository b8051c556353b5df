package dev.tenantmesh.model.check.capacity;

import dev.tenantmesh.model.DataPlane;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.effective.EffectiveQuota;
import dev.tenantmesh.model.effective.EffectiveSettings;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;

/** Where a quota bounds what pods ask for, it is known how many sidecars are to be added to it. */
public final class SidecarsAreCounted implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        for (Platform platform : model.platforms()) {
            for (Tenant tenant : model.tenants()) {
                if (model.renders(tenant)) {
                    tenant.namespaces().forEach(namespace -> check(platform, tenant, namespace, model, problems));
                }
            }
        }
    }

    private static void check(
            Platform platform, Tenant tenant, TenantNamespace namespace, MeshModel model, Problems problems) {
        EffectiveQuota quota = EffectiveQuota.of(platform, tenant, namespace);
        boolean ambient = model.mesh(tenant.mesh())
                .filter(mesh -> new EffectiveSettings(platform, mesh).dataPlane(namespace) == DataPlane.AMBIENT)
                .isPresent();
        if (ambient || !quota.boundsResources()) {
            return;
        }
        namespace.workloads().stream()
                .filter(workload -> workload.replicas() == null)
                .forEach(workload -> report(
                        model.origins().of(workload),
                        workload.name(),
                        "A quota bounds what pods of namespace " + namespace.name()
                                + " ask for, and nobody says how many sidecars this workload has.",
                        "Write `replicas:`, the number of its pods.",
                        problems));
        boolean empty = namespace.workloads().isEmpty()
                && tenant.gateways().stream()
                        .noneMatch(gateway -> gateway.namespace().equals(namespace.name()));
        if (empty && !quota.hard().containsKey("pods")) {
            report(
                    model.origins().of(namespace),
                    namespace.name(),
                    "A quota bounds what its pods ask for; it declares no workloads, and nobody says how many sidecars"
                            + " there are.",
                    "Bound its `pods`, or declare its workloads.",
                    problems);
        }
    }

    private static void report(Origin origin, String written, String why, String fix, Problems problems) {
        problems.error(ProblemCode.NOT_COUNTED, origin, written, why, fix);
    }
}
