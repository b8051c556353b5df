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
import java.util.Objects;
import java.util.Optional;

/**
 * Decides the gateways before control planes that serve other clusters. Before an external one TLS ends with a certificate
 * that everybody trusts, and goes on as TLS that verifies the control plane; before a primary it goes through by name, since
 * the other clusters know its own authority. The control plane's Service is exported to nobody, so that it is made known
 * where the gateway stands and nowhere else.
 */
public final class ControlPlaneGatewayPlanner {

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
                                ports(gateway), Map.of(), gateway.source().sourceRanges()),
                        gateway.endsTls()))
                .toList();
    }

    private static List<ServicePlan.Port> ports(MemberControlPlaneGateway gateway) {
        String protocol = gateway.endsTls() ? "https" : "tls";
        return List.of(
                new ServicePlan.Port(protocol + "-xds", ControlPlanePorts.XDS, ControlPlanePorts.XDS),
                new ServicePlan.Port(protocol + "-webhook", ControlPlanePorts.WEBHOOK, ControlPlanePorts.WEBHOOK));
    }

    /** What they listen to, and how they go on. */
    public List<ControlPlaneGatewayPlan> gateways() {
        return members.controlPlaneGateways().stream().map(this::gateway).toList();
    }

    private ControlPlaneGatewayPlan gateway(MemberControlPlaneGateway gateway) {
        return gateway.endsTls() ? terminated(gateway) : passedThrough(gateway);
    }

    private ControlPlaneGatewayPlan terminated(MemberControlPlaneGateway gateway) {
        return new ControlPlaneGatewayPlan(
                heading(gateway, "TLS ends here for the host, and goes on to the control plane, which is verified"),
                gateway.pods().labels(),
                Objects.requireNonNull(gateway.source().host()),
                service(gateway),
                Optional.of(new ControlPlaneGatewayPlan.Termination(
                        Objects.requireNonNull(gateway.source().credentialName()),
                        "istiod." + gateway.serves().controlPlane().namespace() + ".svc",
                        Objects.requireNonNull(gateway.source().caCredentialName()))));
    }

    /** Proxies and API servers call the control plane by the name of its Service, which the remote cluster has as well. */
    private ControlPlaneGatewayPlan passedThrough(MemberControlPlaneGateway gateway) {
        return new ControlPlaneGatewayPlan(
                heading(gateway, "TLS goes through to the control plane by its name, and to nothing else"),
                gateway.pods().labels(),
                name(gateway) + "." + gateway.serves().controlPlane().namespace() + ".svc",
                service(gateway),
                Optional.empty());
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
                                ServiceEntryPlan.Port.same(ControlPlanePorts.XDS, protocol(gateway)),
                                ServiceEntryPlan.Port.same(ControlPlanePorts.WEBHOOK_SERVICE, protocol(gateway))),
                        List.of()))
                .toList();
    }

    private static Protocol protocol(MemberControlPlaneGateway gateway) {
        return gateway.endsTls() ? Protocol.HTTP : Protocol.TLS;
    }

    private String service(MemberControlPlaneGateway gateway) {
        return target.platform()
                .network()
                .serviceHost(name(gateway), gateway.serves().controlPlane().namespace());
    }

    private String name(MemberControlPlaneGateway gateway) {
        String revision = target.revision(gateway.serves());
        return revision.equals("default") ? "istiod" : "istiod-" + revision;
    }

    private Heading heading(MemberControlPlaneGateway gateway, String reason) {
        return members.heading(gateway.namespace(), gateway.name(), gateway.entry(), reason);
    }
}
