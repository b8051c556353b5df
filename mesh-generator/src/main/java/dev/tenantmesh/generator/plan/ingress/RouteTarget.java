package dev.tenantmesh.generator.plan.ingress;

import dev.tenantmesh.generator.plan.member.GatewayBinding;
import dev.tenantmesh.generator.plan.member.MemberPort;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.model.gateway.Route;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where one route leads.
 *
 * @param prefix of the path; absent: everything
 * @param namespace of the Service
 * @param service the name of a Service
 * @param port the Service's port
 */
public record RouteTarget(@Nullable String prefix, String namespace, String service, int port) {

    /** Where the routes of a binding lead, first match first: to Services of the tenant whose routes they are. */
    public static List<RouteTarget> of(Members members, GatewayBinding binding) {
        return binding.routes().stream()
                .flatMap(route -> of(members, route, binding.tenant()))
                .toList();
    }

    private static Stream<RouteTarget> of(Members members, Route route, String tenant) {
        Route.Destination to = route.to();
        String prefix = route.match() == null ? null : route.match().prefix();
        return members.namespace(to.namespace()).stream()
                .filter(namespace -> namespace.owner().equals(tenant))
                .flatMap(namespace -> namespace.workloads().stream())
                .filter(workload -> workload.source().services().stream()
                        .anyMatch(service -> service.name().equals(to.service())))
                .flatMap(workload -> workload.ports().stream())
                .filter(port -> port.name().equals(to.port()))
                .map(MemberPort::servicePort)
                .map(port -> new RouteTarget(prefix, to.namespace(), to.service(), port));
    }
}
