package dev.tenantmesh.generator.plan;

import dev.tenantmesh.generator.plan.authorization.AuthorizationPlan;
import dev.tenantmesh.generator.plan.cluster.ControlPlaneGatewayPlan;
import dev.tenantmesh.generator.plan.cluster.EastWestGatewayPlan;
import dev.tenantmesh.generator.plan.component.ComponentPlan;
import dev.tenantmesh.generator.plan.controlplane.ControlPlanePlan;
import dev.tenantmesh.generator.plan.controlplane.DelegationPlan;
import dev.tenantmesh.generator.plan.controlplane.ZtunnelPlan;
import dev.tenantmesh.generator.plan.egress.DestinationRulePlan;
import dev.tenantmesh.generator.plan.egress.EgressGatewayPlan;
import dev.tenantmesh.generator.plan.egress.EgressRoutePlan;
import dev.tenantmesh.generator.plan.egress.ServiceEntryPlan;
import dev.tenantmesh.generator.plan.gateway.GatewayWorkloadPlan;
import dev.tenantmesh.generator.plan.gatewayapi.GatewayApiPlan;
import dev.tenantmesh.generator.plan.ingress.IngressPlan;
import dev.tenantmesh.generator.plan.mtls.PeerAuthenticationPlan;
import dev.tenantmesh.generator.plan.namespace.NamespacePlan;
import dev.tenantmesh.generator.plan.namespace.NetworkAttachmentPlan;
import dev.tenantmesh.generator.plan.namespace.RoleBindingPlan;
import dev.tenantmesh.generator.plan.network.NetworkPolicyPlan;
import dev.tenantmesh.generator.plan.quota.ContainerLimitsPlan;
import dev.tenantmesh.generator.plan.quota.QuotaPlan;
import dev.tenantmesh.generator.plan.raw.RawPlan;
import dev.tenantmesh.generator.plan.visibility.SidecarPlan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything decided about one mesh on one platform; each renderer takes the part it prints.
 *
 * @param controlPlane what the control plane is set to
 * @param ztunnel the proxies of nodes, if its pods need them
 * @param delegations what tenants may do about it themselves
 * @param namespaces the Namespace objects
 * @param roleBindings who works in them
 * @param networkAttachments what Multus needs in them
 * @param networkPolicies what the network lets through
 * @param peerAuthentications what proxies demand
 * @param authorizations whom proxies admit
 * @param ingress how traffic enters
 * @param gatewayApi how it enters by gateways of the Gateway API
 * @param gatewayWorkloads the pods of gateways that are made here
 * @param serviceEntries which peers outside are known
 * @param sidecars which Services proxies are told about
 * @param components what tenants patch onto their own manifests
 * @param destinationRules how proxies connect to them
 * @param egressGateways what egress gateways listen to
 * @param egressRoutes how traffic gets to egress gateways, and from there out of the cluster
 * @param controlPlaneGateways what gateways before control planes that serve other clusters listen to
 * @param eastWestGateways what gateways let through from other networks
 * @param quotas what namespaces may use
 * @param containerLimits what their containers may
 * @param manifests what is taken in as it is
 */
public record MeshPlan(
        ControlPlanePlan controlPlane,
        Optional<ZtunnelPlan> ztunnel,
        List<DelegationPlan> delegations,
        List<NamespacePlan> namespaces,
        List<RoleBindingPlan> roleBindings,
        List<NetworkAttachmentPlan> networkAttachments,
        List<NetworkPolicyPlan> networkPolicies,
        List<PeerAuthenticationPlan> peerAuthentications,
        List<AuthorizationPlan> authorizations,
        IngressPlan ingress,
        GatewayApiPlan gatewayApi,
        List<GatewayWorkloadPlan> gatewayWorkloads,
        List<ServiceEntryPlan> serviceEntries,
        List<SidecarPlan> sidecars,
        List<ComponentPlan> components,
        List<DestinationRulePlan> destinationRules,
        List<EgressGatewayPlan> egressGateways,
        List<EgressRoutePlan> egressRoutes,
        List<ControlPlaneGatewayPlan> controlPlaneGateways,
        List<EastWestGatewayPlan> eastWestGateways,
        List<QuotaPlan> quotas,
        List<ContainerLimitsPlan> containerLimits,
        List<RawPlan> manifests) {

    /** The proxies of nodes, as a list of one or none. */
    public List<ZtunnelPlan> ztunnels() {
        return ztunnel.stream().toList();
    }

    /** The same with more policies. */
    public MeshPlan with(List<NetworkPolicyPlan> moreOfTheNetwork, List<AuthorizationPlan> moreAuthorizations) {
        return withPolicies(
                joined(networkPolicies, moreOfTheNetwork),
                peerAuthentications,
                joined(authorizations, moreAuthorizations),
                sidecars);
    }

    /** The same with other policies. */
    public MeshPlan withPolicies(
            List<NetworkPolicyPlan> ofTheNetwork,
            List<PeerAuthenticationPlan> demanded,
            List<AuthorizationPlan> admitted,
            List<SidecarPlan> told) {
        return new MeshPlan(
                controlPlane,
                ztunnel,
                delegations,
                namespaces,
                roleBindings,
                networkAttachments,
                ofTheNetwork,
                demanded,
                admitted,
                ingress,
                gatewayApi,
                gatewayWorkloads,
                serviceEntries,
                told,
                components,
                destinationRules,
                egressGateways,
                egressRoutes,
                controlPlaneGateways,
                eastWestGateways,
                quotas,
                containerLimits,
                manifests);
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
