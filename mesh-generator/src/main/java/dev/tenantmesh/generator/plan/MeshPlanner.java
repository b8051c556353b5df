package dev.tenantmesh.generator.plan;

import dev.tenantmesh.generator.plan.authorization.AuthorizationPlanner;
import dev.tenantmesh.generator.plan.component.ComponentPlanner;
import dev.tenantmesh.generator.plan.controlplane.ControlPlanePlanner;
import dev.tenantmesh.generator.plan.controlplane.DelegationPlanner;
import dev.tenantmesh.generator.plan.controlplane.ZtunnelPlan;
import dev.tenantmesh.generator.plan.egress.EgressGatewayPlanner;
import dev.tenantmesh.generator.plan.egress.EgressPlanner;
import dev.tenantmesh.generator.plan.egress.EgressWorkloadPlanner;
import dev.tenantmesh.generator.plan.egress.ExternalPlanner;
import dev.tenantmesh.generator.plan.egress.ServiceEntryPlan;
import dev.tenantmesh.generator.plan.export.ExportPlanner;
import dev.tenantmesh.generator.plan.export.GatewayExports;
import dev.tenantmesh.generator.plan.export.ServiceExport;
import dev.tenantmesh.generator.plan.flow.FlowPlanner;
import dev.tenantmesh.generator.plan.flow.Flows;
import dev.tenantmesh.generator.plan.flow.Wires;
import dev.tenantmesh.generator.plan.gatewayapi.GatewayApiPlanner;
import dev.tenantmesh.generator.plan.guardrail.DeniedPair;
import dev.tenantmesh.generator.plan.ingress.IngressPlanner;
import dev.tenantmesh.generator.plan.ingress.IngressWorkloadPlanner;
import dev.tenantmesh.generator.plan.member.MemberPlanner;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.plan.mtls.MtlsPlanner;
import dev.tenantmesh.generator.plan.namespace.NamespacePlanner;
import dev.tenantmesh.generator.plan.network.ControlPlaneNetworkPlanner;
import dev.tenantmesh.generator.plan.network.NetworkPolicyPlan;
import dev.tenantmesh.generator.plan.network.TenantNetworkPlanner;
import dev.tenantmesh.generator.plan.network.ZtunnelNetworkPlanner;
import dev.tenantmesh.generator.plan.quota.QuotaPlanner;
import dev.tenantmesh.generator.plan.raw.RawPlanner;
import dev.tenantmesh.generator.plan.visibility.SidecarPlanner;
import dev.tenantmesh.generator.plan.visibility.Unscoped;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.problem.Problems;
import java.util.List;
import java.util.Optional;

/** Runs the planners of one mesh; a planner that needs another's decision takes it as an argument. */
public final class MeshPlanner {

    private MeshPlanner() {}

    /** The plan of a mesh on a platform; reports what the platform cannot hold and what the user should know. */
    public static MeshPlan plan(MeshModel model, Target target, Mesh mesh, Problems problems) {
        Members members = MemberPlanner.plan(model, target, mesh);
        Flows flows = FlowPlanner.plan(model, target, members, problems);
        Wires wires = new Wires(members);
        Optional<ZtunnelPlan> ztunnel = ControlPlanePlanner.ztunnel(target, members);
        List<NetworkPolicyPlan> networkPolicies = joined(List.of(
                ControlPlaneNetworkPlanner.plan(target, members),
                ZtunnelNetworkPlanner.plan(target, members, ztunnel),
                TenantNetworkPlanner.plan(target, members, flows, wires)));
        EgressGatewayPlanner egress = new EgressGatewayPlanner(target, members);
        List<ServiceEntryPlan> serviceEntries = joined(List.of(
                EgressPlanner.plan(target, members), ExternalPlanner.serviceEntries(members), egress.serviceEntries()));
        List<ServiceExport> exports = ExportPlanner.plan(model, target, members, flows, problems);
        GatewayExports gatewayExports = ExportPlanner.ofGateways(target, members, flows);
        Unscoped.report(model, target, members, problems);
        return new MeshPlan(
                ControlPlanePlanner.plan(model, target, members, problems),
                ztunnel,
                DelegationPlanner.plan(model, target, members, problems),
                NamespacePlanner.namespaces(model, target, members, ztunnel, problems),
                NamespacePlanner.roleBindings(members),
                NamespacePlanner.networkAttachments(target, members),
                networkPolicies,
                MtlsPlanner.plan(target, members),
                AuthorizationPlanner.plan(members, flows, wires, DeniedPair.of(model, target.platform())),
                IngressPlanner.plan(target, members),
                GatewayApiPlanner.plan(target, members, gatewayExports),
                joined(List.of(
                        IngressWorkloadPlanner.plan(model, target, members, gatewayExports, problems),
                        EgressWorkloadPlanner.plan(target, members, gatewayExports))),
                serviceEntries,
                SidecarPlanner.plan(target, members, flows, serviceEntries),
                ComponentPlanner.plan(target, members, exports),
                joined(List.of(ExternalPlanner.destinationRules(members), egress.destinationRules())),
                egress.gateways(),
                egress.routes(),
                QuotaPlanner.quotas(target, members),
                QuotaPlanner.containerLimits(target, members),
                RawPlanner.plan(model, mesh, problems));
    }

    private static <T> List<T> joined(List<List<T>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }
}
