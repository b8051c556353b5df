package dev.tenantmesh.generator.plan.ingress;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.member.GatewayBinding;
import dev.tenantmesh.generator.plan.member.MemberGateway;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.gateway.GatewayTls;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides where requests go. Routes stand in the gateway's own namespace, the only one whose routes its hosts can be
 * bound by; those of a tenant that may keep them itself stand in its own, behind a root that fixes the host.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#Delegate">Delegate</a>
 */
final class RoutingPlanner {

    private final Target target;
    private final Members members;

    RoutingPlanner(Target target, Members members) {
        this.target = target;
        this.members = members;
    }

    /** None for a binding that leads nowhere: its tenant is known by its Export, and renders its own routes itself. */
    Stream<RoutingPlan> plan(MemberNamespace namespace, MemberGateway gateway) {
        return gateway.bindings().stream()
                .filter(binding -> !targets(binding).isEmpty())
                .flatMap(binding -> gateway.shared()
                        ? binding.hosts().stream().flatMap(host -> shared(namespace, gateway, binding, host))
                        : Stream.of(own(namespace, gateway, binding)));
    }

    private RoutingPlan own(MemberNamespace namespace, MemberGateway gateway, GatewayBinding binding) {
        Heading heading = members.heading(
                namespace, gateway.name(), binding.entry(), "seen by the gateway's own namespace, and by no other");
        return root(heading, gateway, binding, binding.hosts());
    }

    /** One for each host, so that none is ever served by what another tenant said. */
    private Stream<RoutingPlan> shared(
            MemberNamespace namespace, MemberGateway gateway, GatewayBinding binding, String host) {
        String name = gateway.name() + "." + host;
        String delegate = binding.delegate();
        if (delegate == null) {
            Heading heading = members.heading(
                    namespace, name, binding.entry(), "tenant " + binding.tenant() + " serves the host here");
            return Stream.of(root(heading, gateway, binding, List.of(host)));
        }
        Heading root = members.heading(
                namespace,
                name,
                binding.entry(),
                "fixes the host; its routes are delegated to namespace " + delegate + " of tenant " + binding.tenant());
        return members.namespace(delegate).stream()
                .filter(own -> own.owner().equals(binding.tenant()))
                .flatMap(own -> {
                    Heading routes = members.heading(
                            own, name, binding.entry(), "routes of the host, seen by the gateway's namespace alone");
                    return Stream.of(
                            new RoutingPlan(
                                    root,
                                    gateway.name(),
                                    List.of(host),
                                    RoutingPlan.OWN_NAMESPACE,
                                    false,
                                    List.of(),
                                    routes),
                            new RoutingPlan(routes, null, List.of(), namespace.name(), false, targets(binding), null));
                });
    }

    private RoutingPlan root(Heading heading, MemberGateway gateway, GatewayBinding binding, List<String> hosts) {
        boolean byServerName = binding.tls() != null && binding.tls().mode() == GatewayTls.Mode.PASSTHROUGH;
        return new RoutingPlan(
                heading, gateway.name(), hosts, RoutingPlan.OWN_NAMESPACE, byServerName, targets(binding), null);
    }

    private List<RoutingPlan.Target> targets(GatewayBinding binding) {
        return RouteTarget.of(members, binding).stream()
                .map(to -> new RoutingPlan.Target(
                        to.prefix(), target.platform().network().serviceHost(to.service(), to.namespace()), to.port()))
                .toList();
    }
}
