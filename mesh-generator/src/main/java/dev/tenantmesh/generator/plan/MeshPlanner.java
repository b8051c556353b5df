package dev.tenantmesh.generator.plan;

import dev.tenantmesh.generator.plan.authorization.AuthorizationPlanner;
import dev.tenantmesh.generator.plan.component.ComponentPlanner;
import dev.tenantmesh.generator.plan.controlplane.ControlPlanePlanner;
import dev.tenantmesh.generator.plan.egress.EgressPlanner;
import dev.tenantmesh.generator.plan.egress.ServiceEntryPlan;
import dev.tenantmesh.generator.plan.flow.FlowPlanner;
import dev.tenantmesh.generator.plan.flow.Flows;
import dev.tenantmesh.generator.plan.ingress.IngressPlanner;
import dev.tenantmesh.generator.plan.member.MemberPlanner;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.plan.mtls.MtlsPlanner;
import dev.tenantmesh.generator.plan.namespace.NamespacePlanner;
import dev.tenantmesh.generator.plan.network.ControlPlaneNetworkPlanner;
import dev.tenantmesh.generator.plan.network.NetworkPolicyPlan;
import dev.tenantmesh.generator.plan.network.TenantNetworkPlanner;
import dev.tenantmesh.generator.plan.raw.RawPlanner;
import dev.tenantmesh.generator.plan.visibility.ExportPlanner;
import dev.tenantmesh.generator.plan.visibility.ServiceExport;
import dev.tenantmesh.generator.plan.visibility.SidecarPlanner;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.problem.Problems;
import java.util.List;
import java.util.stream.Stream;

/** Runs the planners of one mesh; a planner that needs another's decision takes it as an argument. */
public final class MeshPlanner {

    private MeshPlanner() {}

    /** The plan of a mesh on a platform; reports what the platform cannot hold and what the user should know. */
    public static MeshPlan plan(MeshModel model, Target target, Mesh mesh, Problems problems) {
        Members members = MemberPlanner.plan(model, target, mesh);
        Flows flows = FlowPlanner.plan(model, target, members, problems);
        List<NetworkPolicyPlan> networkPolicies = Stream.concat(
                        ControlPlaneNetworkPlanner.plan(target, members).stream(),
                        TenantNetworkPlanner.plan(target, members, flows).stream())
                .toList();
        List<ServiceEntryPlan> serviceEntries = EgressPlanner.plan(target, members);
        List<ServiceExport> exports = ExportPlanner.plan(model, target, members, flows, problems);
        return new MeshPlan(
                ControlPlanePlanner.plan(model, target, members, problems),
                ControlPlanePlanner.delegation(model, target, members, problems),
                NamespacePlanner.namespaces(model, target, members, problems),
                NamespacePlanner.roleBindings(members),
                NamespacePlanner.networkAttachments(target, members),
                networkPolicies,
                MtlsPlanner.plan(target, members),
                AuthorizationPlanner.plan(members, flows),
                IngressPlanner.plan(target, members),
                serviceEntries,
                SidecarPlanner.plan(target, members, flows, serviceEntries),
                ComponentPlanner.plan(target, members, exports),
                RawPlanner.plan(model, mesh, problems));
    }
}
