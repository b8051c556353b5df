package dev.tenantmesh.generator.plan.cluster;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.egress.ServiceEntryPlan;
import dev.tenantmesh.generator.plan.egress.ServiceEntryPlan.Resolution;
import dev.tenantmesh.generator.plan.gateway.GatewayWorkloadPlan;
import dev.tenantmesh.generator.plan.gateway.GatewayWorkloads;
import dev.tenantmesh.generator.plan.gateway.GatewayWorkloads.Place;
import dev.tenantmesh.generator.plan.gateway.ServicePlan;
import dev.tenantmesh.generator.plan.member.MemberControlPlaneGateway;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.tenant.External.Protocol;
import java.util.List;
import java.util.Map;

/**
 * Decides the gateways before control planes that serve other clusters: TLS ends there with a certificate that everybody
 * trusts, and goes on as TLS that verifies the control plane. Its Service is no part of the gateway's mesh, so that it is
 * made known where the gateway stands and nowhere else.
 */
public final class ControlPlaneGatewayPlanner {

    private static final List<ServicePlan.Port> PORTS = List.of(
            new ServicePlan.Port("https-xds", ControlPlanePorts.XDS, ControlPlanePorts.XDS),
            new ServicePlan.Port("https-webhook", ControlPlanePorts.WEBHOOK, ControlPlanePorts.WEBHOOK));

    private final Target target;
    private final Members members;

    public ControlPlaneGatewayPlanner(Target target, Members members) {
        this.target = target;
        this.members = members;
    }

    /** Their pods, behind load balancers that let the other cluster in and nobody else. */
    public List<GatewayWorkloadPlan> workloads() {
        GatewayWorkloads workloads = new GatewayWorkloads(target, members);
        return members.controlPlaneGateways().stream()
                .map(gateway -> workloads.plan(
                        new Place(gateway.namespace(), gateway.name(), gateway.entry()),
                        gateway.pods(),
                        gateway.size(),
                        ServicePlan.loadBalancer(
                                PORTS, Map.of(), gateway.source().sourceRanges()),
                        true))
                .toList();
    }

    /** What they listen to, and how they go on. */
    public List<ControlPlaneGatewayPlan> gateways() {
        return members.controlPlaneGateways().stream().map(this::gateway).toList();
    }

    private ControlPlaneGatewayPlan gateway(MemberControlPlaneGateway gateway) {
        return new ControlPlaneGatewayPlan(
                heading(gateway, "TLS ends here for the host, and goes on to the control plane, which is verified"),
                gateway.pods().labels(),
                gateway.source().host(),
                gateway.source().credentialName(),
                service(gateway),
                "istiod." + gateway.serves().controlPlane().namespace() + ".svc",
                gateway.source().caCredentialName());
    }

    /** The Services of the control planes, which no other proxy needs to know. */
    public List<ServiceEntryPlan> serviceEntries() {
        return members.controlPlaneGateways().stream()
                .map(gateway -> new ServiceEntryPlan(
                        heading(gateway, "makes the control plane behind the gateway known to it"),
                        service(gateway),
                        Resolution.DNS,
                        List.of(),
                        List.of(
                                ServiceEntryPlan.Port.same(ControlPlanePorts.XDS, Protocol.HTTP),
                                ServiceEntryPlan.Port.same(ControlPlanePorts.WEBHOOK_SERVICE, Protocol.HTTP)),
                        List.of()))
                .toList();
    }

    private String service(MemberControlPlaneGateway gateway) {
        String revision = target.revision(gateway.serves());
        String name = revision.equals("default") ? "istiod" : "istiod-" + revision;
        return target.platform()
                .network()
                .serviceHost(name, gateway.serves().controlPlane().namespace());
    }

    private Heading heading(MemberControlPlaneGateway gateway, String reason) {
        return members.heading(gateway.namespace(), gateway.name(), gateway.entry(), reason);
    }
}
