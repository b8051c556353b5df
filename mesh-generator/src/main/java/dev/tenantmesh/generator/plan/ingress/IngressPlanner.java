package dev.tenantmesh.generator.plan.ingress;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.ingress.GatewayPlan.RoutePlan;
import dev.tenantmesh.generator.plan.member.MemberGateway;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.MemberPort;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.tenant.Gateway;
import dev.tenantmesh.model.tenant.Gateway.Exposure;
import java.util.List;

/** Decides the gateways: who serves which host, and where requests go. */
public final class IngressPlanner {

    private final Target target;
    private final Members members;

    private IngressPlanner(Target target, Members members) {
        this.target = target;
        this.members = members;
    }

    /** The gateways of a mesh. */
    public static List<GatewayPlan> plan(Target target, Members members) {
        IngressPlanner planner = new IngressPlanner(target, members);
        return members.namespaces().stream()
                .flatMap(namespace -> namespace.gateways().stream().map(gateway -> planner.plan(namespace, gateway)))
                .toList();
    }

    private GatewayPlan plan(MemberNamespace namespace, MemberGateway gateway) {
        Heading heading = new Heading(
                namespace.name(),
                gateway.name(),
                members.mesh().name(),
                namespace.tenant().name(),
                gateway.entry(),
                "only routes of namespace " + namespace.name() + " may bind its hosts");
        return new GatewayPlan(
                heading,
                gateway.pods().labels(),
                gateway.source().hosts(),
                gateway.source().tls(),
                gateway.source().routes().stream()
                        .flatMap(route -> route(route).stream())
                        .toList(),
                gateway.exposure() == Exposure.Type.ROUTE);
    }

    private List<RoutePlan> route(Gateway.Route route) {
        Gateway.Destination to = route.to();
        String host = to.service() + "." + to.namespace() + "."
                + target.platform().network().serviceDomain();
        String prefix = route.match() == null ? null : route.match().prefix();
        return members.namespace(to.namespace()).stream()
                .flatMap(namespace -> namespace.workloads().stream())
                .filter(workload -> workload.source().services().stream()
                        .anyMatch(service -> service.name().equals(to.service())))
                .flatMap(workload -> workload.ports().stream())
                .filter(port -> port.name().equals(to.port()))
                .map(MemberPort::servicePort)
                .map(port -> new RoutePlan(prefix, host, port))
                .toList();
    }
}
