package dev.tenantmesh.generator.plan.gatewayapi;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.ingress.RouteTarget;
import dev.tenantmesh.generator.plan.member.GatewayBinding;
import dev.tenantmesh.generator.plan.member.MemberGateway;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.model.gateway.GatewayTls;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides where the requests for the hosts of one gateway go; of a shared one there is a route for each host. */
final class ApiRoutePlanner {

    /** The name of a listener for whatever host a client names. */
    static final String ANY_HOST = "https";

    private final Members members;
    private final MemberNamespace namespace;
    private final MemberGateway gateway;

    ApiRoutePlanner(Members members, MemberNamespace namespace, MemberGateway gateway) {
        this.members = members;
        this.namespace = namespace;
        this.gateway = gateway;
    }

    /** None for a binding that leads nowhere: its tenant is known by its Export, and renders its own routes itself. */
    List<ApiRoutePlan> plan() {
        return gateway.bindings().stream().flatMap(this::plan).toList();
    }

    private Stream<ApiRoutePlan> plan(GatewayBinding binding) {
        List<RouteTarget> targets = RouteTarget.of(members, binding);
        if (targets.isEmpty()) {
            return Stream.of();
        }
        if (!gateway.shared()) {
            Heading heading =
                    members.heading(namespace, gateway.name(), binding.entry(), "attaches to the tenant's own gateway");
            return Stream.of(route(heading, null, binding.hosts(), binding, targets));
        }
        return home(binding)
                .flatMap(home -> binding.hosts().stream().map(host -> {
                    String name = gateway.name() + "." + host;
                    String reason = "tenant " + binding.tenant() + " serves the host at gateway " + namespace.name()
                            + "/" + gateway.name();
                    Heading heading = members.heading(home, name, binding.entry(), reason);
                    return route(heading, gateway.isReencrypted() ? ANY_HOST : host, List.of(host), binding, targets);
                }));
    }

    /** Where the routes stand. */
    private Stream<MemberNamespace> home(GatewayBinding binding) {
        return binding.delegate() == null
                ? Stream.of(namespace)
                : members.namespace(binding.delegate()).stream()
                        .filter(own -> own.owner().equals(binding.tenant()));
    }

    private ApiRoutePlan route(
            Heading heading,
            @Nullable String listener,
            List<String> hosts,
            GatewayBinding binding,
            List<RouteTarget> targets) {
        boolean byServerName = binding.tls() != null && binding.tls().mode() == GatewayTls.Mode.PASSTHROUGH;
        return new ApiRoutePlan(heading, gateway.name(), namespace.name(), listener, hosts, byServerName, targets);
    }
}
