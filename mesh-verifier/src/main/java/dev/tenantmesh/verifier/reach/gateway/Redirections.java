package dev.tenantmesh.verifier.reach.gateway;

import dev.tenantmesh.verifier.policy.Routing;
import dev.tenantmesh.verifier.policy.gatewayapi.ApiRoute;
import dev.tenantmesh.verifier.policy.route.Target;
import dev.tenantmesh.verifier.policy.route.VirtualService;
import dev.tenantmesh.verifier.reach.forward.Redirection;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import java.util.List;
import java.util.stream.Stream;

/** What routes tell the proxies of clients; ReferenceGrants are not asked for there. */
public final class Redirections {

    private Redirections() {}

    /** Every one of them, in the order of the routes. */
    public static List<Redirection> of(Routing routing) {
        return Stream.concat(
                        routing.virtualServices().stream().flatMap(Redirections::of),
                        routing.routes().stream().flatMap(Redirections::of))
                .toList();
    }

    private static Stream<Redirection> of(VirtualService one) {
        return one.rules().stream()
                .filter(rule -> one.counts(rule, VirtualService.MESH).isPossible())
                .flatMap(rule -> rule.targets().stream().map(target -> {
                    String because = one.id() + " tells proxies of clients about " + String.join(", ", one.hosts());
                    Step step =
                            Step.of(Step.Layer.ROUTE, one.counts(rule, VirtualService.MESH), because, rule.origin());
                    return new Redirection(one.namespace(), one.hosts(), step, target);
                }));
    }

    private static Stream<Redirection> of(ApiRoute route) {
        List<String> hosts = route.parents().stream()
                .filter(parent -> parent.kind().equals("Service"))
                .map(parent -> Target.fqdn(parent.name(), parent.namespace()))
                .distinct()
                .toList();
        String because = route.id() + " tells proxies of clients about " + String.join(", ", hosts);
        return hosts.isEmpty()
                ? Stream.of()
                : route.targets().stream()
                        .map(target -> new Redirection(
                                route.namespace(),
                                hosts,
                                Step.of(Step.Layer.ROUTE, Truth.YES, because, target.origin()),
                                target));
    }
}
