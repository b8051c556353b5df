package dev.tenantmesh.generator.plan;

import dev.tenantmesh.generator.plan.admission.AdmissionPlanner;
import dev.tenantmesh.generator.plan.guardrail.AdminPolicyPlan;
import dev.tenantmesh.generator.plan.guardrail.AdminPolicyPlanner;
import dev.tenantmesh.generator.plan.guardrail.DenyPlanner;
import dev.tenantmesh.generator.plan.guardrail.GuardrailPlan;
import dev.tenantmesh.generator.plan.network.NetworkPolicyPlan;
import dev.tenantmesh.generator.plan.shadow.ShadowPlanner;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.platform.AdminPolicies;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Problems;
import java.util.List;

/** Plans every mesh of a platform, and then what holds for all of them. */
public final class PlatformPlanner {

    private PlatformPlanner() {}

    /** What somebody else adds to the plan of a mesh, before what holds for all of them is decided. */
    @FunctionalInterface
    public interface Addition {

        MeshPlan extended(MeshModel model, Target target, MeshPlan plan, Problems problems);
    }

    /** The plan of a platform to which nobody adds anything. */
    public static PlatformPlan plan(MeshModel model, Target target, Problems problems) {
        return plan(model, target, (all, platform, plan, findings) -> plan, problems);
    }

    /** The plan of a platform; reports what it cannot hold and what the user should know. */
    public static PlatformPlan plan(MeshModel model, Target target, Addition addition, Problems problems) {
        List<MeshPlan> meshes = model.meshes().stream()
                .map(mesh -> {
                    MeshPlan enforced = MeshPlanner.plan(model, target, mesh, problems);
                    MeshPlan extended = addition.extended(model, target, enforced, problems);
                    return ShadowPlanner.plan(model, target, mesh, extended, problems);
                })
                .toList();
        return new PlatformPlan(target.platform().name(), meshes, guardrails(model, target, meshes, problems));
    }

    private static GuardrailPlan guardrails(MeshModel model, Target target, List<MeshPlan> meshes, Problems problems) {
        Platform platform = target.platform();
        List<NetworkPolicyPlan> policies =
                meshes.stream().flatMap(mesh -> mesh.networkPolicies().stream()).toList();
        DenyPlanner.check(model, platform, policies, problems);
        List<AdminPolicyPlan> admin = AdminPolicyPlanner.plan(model, platform, policies, problems);
        boolean first = platform.adminPolicies() != null
                && platform.adminPolicies().type() == AdminPolicies.Type.ADMIN_NETWORK_POLICY;
        return new GuardrailPlan(
                first ? admin : List.of(), first ? List.of() : admin, AdmissionPlanner.plan(model, target, meshes));
    }
}
