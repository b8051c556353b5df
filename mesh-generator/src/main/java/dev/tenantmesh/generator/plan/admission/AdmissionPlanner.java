package dev.tenantmesh.generator.plan.admission;

import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.platform.Admission;
import dev.tenantmesh.model.tenant.TenantNamespace;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides what is refused in namespaces of tenants. Everything is written out, so that a policy can be read without another
 * object that somebody might change.
 */
public final class AdmissionPlanner {

    private AdmissionPlanner() {}

    /** The policies of a platform; none if it wants none. */
    public static List<AdmissionPlan> plan(MeshModel model, Target target, List<MeshPlan> meshes) {
        Admission admission = target.platform().admission();
        List<String> namespaces = model.tenants().stream()
                .flatMap(tenant -> tenant.namespaces().stream())
                .map(TenantNamespace::name)
                .sorted()
                .toList();
        if (admission == null || namespaces.isEmpty()) {
            return List.of();
        }
        Guarded guarded = new Guarded(target.platform().name(), admission.exempt(), namespaces);
        List<AdmissionPlan> plans = new ArrayList<>();
        plans.add(new NamespaceGuard(guarded, target).plan());
        plans.add(new PodGuard(guarded, target, meshes).plan());
        plans.addAll(new KindGuard(guarded, target.platform().adminPolicies() != null).plan());
        plans.addAll(new HostGuard(guarded, model, target.platform()).plan());
        return plans;
    }
}
