package dev.tenantmesh.generator.plan.egress;

import dev.tenantmesh.generator.plan.export.GatewayExports;
import dev.tenantmesh.generator.plan.gateway.GatewayWorkloadPlan;
import dev.tenantmesh.generator.plan.gateway.GatewayWorkloads;
import dev.tenantmesh.generator.plan.gateway.GatewayWorkloads.Place;
import dev.tenantmesh.generator.plan.gateway.ServicePlan;
import dev.tenantmesh.generator.plan.member.MemberEgressGateway.Port;
import dev.tenantmesh.generator.plan.member.MemberExternal;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.tenant.ExternalTls;
import java.util.List;
import java.util.stream.Stream;

/** Decides the pods and Services of the egress gateways. */
public final class EgressWorkloadPlanner {

    private static final List<ServicePlan.Port> PORTS = Stream.of(Port.REQUESTS, Port.STREAMS)
            .map(port -> new ServicePlan.Port(port.title(), port.number(), port.podPort()))
            .toList();

    private EgressWorkloadPlanner() {}

    /**
     * The egress gateways of a mesh.
     *
     * @param exports in which namespaces their Services are known
     */
    public static List<GatewayWorkloadPlan> plan(Target target, Members members, GatewayExports exports) {
        GatewayWorkloads workloads = new GatewayWorkloads(target, members);
        return members.egressGateways().stream()
                .map(gateway -> workloads.plan(
                        new Place(gateway.namespace(), gateway.name(), gateway.entry()),
                        gateway.pods(),
                        gateway.size(),
                        ServicePlan.inside(
                                PORTS, exports.annotations(gateway.namespace().name(), gateway.name())),
                        members.through(gateway).stream().anyMatch(EgressWorkloadPlanner::needsSecret)))
                .toList();
    }

    private static boolean needsSecret(MemberExternal external) {
        ExternalTls tls = external.source().tls();
        return tls != null && tls.credentialName() != null;
    }
}
