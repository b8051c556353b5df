package dev.tenantmesh.generator.plan;

import dev.tenantmesh.generator.plan.authorization.AuthorizationPlanner;
import dev.tenantmesh.generator.plan.cluster.ByHand;
import dev.tenantmesh.generator.plan.cluster.ControlPlaneGatewayPlanner;
import dev.tenantmesh.generator.plan.cluster.Crossing;
import dev.tenantmesh.generator.plan.cluster.CrossingPlanner;
import dev.tenantmesh.generator.plan.cluster.EastWestGatewayPlan;
import dev.tenantmesh.generator.plan.cluster.EastWestPlanner;
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
import dev.tenantmesh.generator.plan.namespace.NamespacePlan;
import dev.tenantmesh.generator.plan.namespace.NamespacePlanner;
import dev.tenantmesh.generator.plan.network.ClusterPolicies;
import dev.tenantmesh.generator.plan.network.ControlPlaneNetworkPlanner;
import dev.tenantmesh.generator.plan.network.NetworkPolicyPlan;
import dev.tenantmesh.generator.plan.network.TenantNetworkPlanner;
import dev.tenantmesh.generator.plan.network.ZtunnelNetworkPlanner;
import dev.tenantmesh.generator.plan.quota.QuotaPlanner;
import dev.tenantmesh.generator.plan.raw.RawPlanner;
import dev.tenantmesh.generator.plan.reserved.ReservedPlanner;
import dev.tenantmesh.generator.plan.visibility.SidecarPlanner;
import dev.tenantmesh.generator.plan.visibility.Unscoped;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Placement;
import dev.tenantmesh.model.Placement.Role;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.List;
import java.util.Optional;

/** Runs the planners of one mesh; a planner that needs another's decision takes it as an argument. */
public final class MeshPlanner {

    private MeshPlanner() {}

    /** The plan of a mesh on a platform; reports what the platform cannot hold and what the user should know. */
    public static MeshPlan plan(MeshModel model, Target target, Mesh mesh, Problems problems) {
        Members members = MemberPlanner.plan(model, target, mesh);
        ByHand.report(model, target, mesh, problems);
        refuseAmbient(model, target, members, problems);
        Members everyone = everyone(target, members);
        Crossing crossing = crossing(model, target, members, everyone, problems);
        EastWestPlanner eastWest = new EastWestPlanner(target, members, crossing);
        eastWest.report(model, problems);
        Flows flows = crossing.known();
        Wires wires = new Wires(everyone);
        Optional<ZtunnelPlan> ztunnel = ControlPlanePlanner.ztunnel(target, members);
        EgressGatewayPlanner egress = new EgressGatewayPlanner(target, members);
        ControlPlaneGatewayPlanner clusters = new ControlPlaneGatewayPlanner(target, members);
        List<ServiceEntryPlan> serviceEntries = joined(List.of(
                EgressPlanner.plan(target, members),
                ExternalPlanner.serviceEntries(members),
                egress.serviceEntries(),
                clusters.serviceEntries()));
        List<ServiceExport> exports = ExportPlanner.plan(model, target, members, flows, problems);
        GatewayExports gatewayExports = ExportPlanner.ofGateways(target, members, flows);
        Unscoped.report(model, target, members, problems);
        return new MeshPlan(
                ControlPlanePlanner.plan(model, target, members, everyone, problems),
                ztunnel,
                DelegationPlanner.plan(model, target, members, problems),
                namespaces(model, target, members, ztunnel, problems),
                NamespacePlanner.roleBindings(members),
                NamespacePlanner.networkAttachments(target, members),
                networkPolicies(model, target, members, crossing, wires),
                MtlsPlanner.plan(target, members),
                AuthorizationPlanner.plan(members, flows, wires, DeniedPair.of(model, target.platform())),
                IngressPlanner.plan(target, members),
                GatewayApiPlanner.plan(target, members, gatewayExports),
                joined(List.of(
                        IngressWorkloadPlanner.plan(model, target, members, gatewayExports, problems),
                        EgressWorkloadPlanner.plan(target, members, gatewayExports),
                        clusters.workloads(),
                        eastWest.workloads())),
                serviceEntries,
                SidecarPlanner.plan(target, members, everyone, flows, serviceEntries),
                ComponentPlanner.plan(target, members, exports),
                joined(List.of(ExternalPlanner.destinationRules(members), egress.destinationRules())),
                egress.gateways(),
                egress.routes(),
                clusters.gateways(),
                joined(List.of(eastWest.gateways(), elsewhere(target, everyone))),
                QuotaPlanner.quotas(target, members),
                QuotaPlanner.containerLimits(target, members),
                RawPlanner.plan(model, mesh, problems));
    }

    private static List<NamespacePlan> namespaces(
            MeshModel model, Target target, Members members, Optional<ZtunnelPlan> ztunnel, Problems problems) {
        return joined(List.of(
                NamespacePlanner.namespaces(model, target, members, ztunnel, problems),
                ReservedPlanner.namespaces(model, target, members.mesh())));
    }

    private static List<NetworkPolicyPlan> networkPolicies(
            MeshModel model, Target target, Members members, Crossing crossing, Wires wires) {
        return joined(List.of(
                ControlPlaneNetworkPlanner.plan(target, members),
                ZtunnelNetworkPlanner.plan(target, members, ControlPlanePlanner.ztunnel(target, members)),
                TenantNetworkPlanner.plan(target, members, crossing.here(), wires),
                ClusterPolicies.crossing(target, members, crossing),
                ReservedPlanner.networkPolicies(model, target, members.mesh())));
    }

    /** Whoever leaves the cluster, leaves it here. */
    private static Crossing crossing(
            MeshModel model, Target target, Members members, Members everyone, Problems problems) {
        MeshModel whole = target.placement().map(Placement::whole).orElse(model);
        Flows all = FlowPlanner.plan(whole, target, everyone, problems);
        return CrossingPlanner.plan(whole, target, everyone, all.leaving(FlowPlanner.external(members)), problems);
    }

    /** What lets through members into clusters whose control plane is here, and reads it here. */
    private static List<EastWestGatewayPlan> elsewhere(Target target, Members everyone) {
        return target.servedFromHere(everyone.mesh()).stream()
                .flatMap(there -> {
                    Problems told = new Problems();
                    MeshModel whole = there.placement().orElseThrow().whole();
                    Crossing crossing = CrossingPlanner.plan(
                            whole, there, everyone, FlowPlanner.plan(whole, there, everyone, told), told);
                    return new EastWestPlanner(there, everyone, crossing).gateways().stream();
                })
                .toList();
    }

    /** What proxies of nodes do between clusters is another matter. */
    private static void refuseAmbient(MeshModel model, Target target, Members members, Problems problems) {
        if (target.placement().isPresent() && members.hasAmbient()) {
            problems.error(
                    ProblemCode.UNSUPPORTED_OPTION,
                    model.origins().of(members.mesh(), "name"),
                    "ambient",
                    "On platform '" + target.platform().name()
                            + "' the mesh has to do with several clusters, and some of"
                            + " its pods have their proxies on nodes.",
                    "Write `dataPlane: sidecar`, or give the cluster a Platform of its own.");
        }
    }

    /** The members of all clusters, since who may call somebody here may be anywhere. */
    private static Members everyone(Target target, Members members) {
        boolean controlOnly = target.role(members.mesh()) == Role.CONTROL;
        return target.placement()
                .filter(where -> !controlOnly)
                .map(where -> MemberPlanner.plan(where.whole(), target, where.whole(members.mesh())))
                .orElse(members);
    }

    private static <T> List<T> joined(List<List<T>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }
}
