package dev.tenantmesh.verifier.reach.gateway;

import dev.tenantmesh.verifier.policy.Routing;
import dev.tenantmesh.verifier.policy.gatewayapi.ApiRoute;
import dev.tenantmesh.verifier.policy.gatewayapi.ApiRoute.Parent;
import dev.tenantmesh.verifier.policy.gatewayapi.ReferenceGrant;
import dev.tenantmesh.verifier.policy.mesh.GatewayServer;
import dev.tenantmesh.verifier.policy.mesh.GatewayServer.Binding;
import dev.tenantmesh.verifier.policy.route.Target;
import dev.tenantmesh.verifier.reach.forward.HostNames;
import dev.tenantmesh.verifier.reach.gateway.GatewayForwards.Bound;
import dev.tenantmesh.verifier.reach.gateway.GatewayPods.Served;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which routes of the Gateway API attach to a listener: those that name it, that it lets attach, and that have a host in
 * common with it. A Service of another namespace is led to only if a ReferenceGrant there lets the route.
 *
 * @see <a href="https://gateway-api.sigs.k8s.io/concepts/security-model/">Security model</a>
 */
final class ApiRouteBindings {

    private final Map<String, List<ApiRoute>> byGateway = new HashMap<>();
    private final Map<String, List<ReferenceGrant>> grants = new HashMap<>();
    private final GatewayPods pods;

    ApiRouteBindings(Routing routing, GatewayPods pods) {
        this.pods = pods;
        routing.routes()
                .forEach(route -> route.parents().stream()
                        .filter(parent -> parent.kind().equals("Gateway"))
                        .map(parent -> parent.namespace() + "/" + parent.name())
                        .distinct()
                        .forEach(name -> byGateway
                                .computeIfAbsent(name, absent -> new ArrayList<>())
                                .add(route)));
        routing.grants()
                .forEach(grant -> grants.computeIfAbsent(grant.namespace(), absent -> new ArrayList<>())
                        .add(grant));
    }

    /** What they make it forward. */
    List<Bound> at(Served served, Function<String, Map<String, String>> labels) {
        GatewayServer server = served.server();
        List<Bound> all = new ArrayList<>();
        for (ApiRoute route : byGateway.getOrDefault(server.namespace() + "/" + server.gateway(), List.of())) {
            Truth understood = GatewayForwards.understands(server, route.protocol())
                    .and(pods.toldOf(served.relay(), route.namespace()));
            boolean named = route.parents().stream().anyMatch(parent -> means(parent, server));
            List<String> hosts = server.bindings().stream()
                    .filter(binding -> lets(binding, route, labels))
                    .flatMap(binding ->
                            HostNames.common(route.hosts().isEmpty() ? List.of("*") : route.hosts(), binding.host()))
                    .distinct()
                    .sorted()
                    .toList();
            if (named && understood.isPossible() && !hosts.isEmpty()) {
                String because = route.id() + " attaches to " + server.id() + " for " + String.join(", ", hosts);
                route.targets().stream()
                        .filter(target -> isGranted(route, target))
                        .forEach(target -> all.add(new Bound(
                                hosts, Step.of(Step.Layer.ROUTE, understood, because, target.origin()), target)));
            }
        }
        return all;
    }

    private static boolean means(Parent parent, GatewayServer server) {
        return parent.kind().equals("Gateway")
                && parent.namespace().equals(server.namespace())
                && parent.name().equals(server.gateway())
                && (parent.section().isEmpty() || parent.section().equals(server.section()))
                && (parent.port() == 0 || parent.port() == server.port());
    }

    private static boolean lets(Binding binding, ApiRoute route, Function<String, Map<String, String>> labels) {
        return binding.namespaces().selects(labels.apply(route.namespace()))
                && (binding.kinds().isEmpty() || binding.kinds().contains(route.kind()));
    }

    private boolean isGranted(ApiRoute route, Target target) {
        return target.service()
                .filter(service -> !service.namespace().equals(route.namespace()))
                .map(service -> grants.getOrDefault(service.namespace(), List.of()).stream()
                        .anyMatch(grant -> grant.lets(route, service.name())))
                .orElse(true);
    }
}
