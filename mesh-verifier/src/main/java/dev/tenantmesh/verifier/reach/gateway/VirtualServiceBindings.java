package dev.tenantmesh.verifier.reach.gateway;

import dev.tenantmesh.verifier.policy.Routing;
import dev.tenantmesh.verifier.policy.mesh.GatewayServer;
import dev.tenantmesh.verifier.policy.mesh.GatewayServer.Binding;
import dev.tenantmesh.verifier.policy.route.VirtualService;
import dev.tenantmesh.verifier.policy.route.VirtualService.Delegate;
import dev.tenantmesh.verifier.policy.route.VirtualService.Protocol;
import dev.tenantmesh.verifier.policy.route.VirtualService.Rule;
import dev.tenantmesh.verifier.reach.forward.HostNames;
import dev.tenantmesh.verifier.reach.gateway.GatewayForwards.Bound;
import dev.tenantmesh.verifier.reach.gateway.GatewayPods.Served;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.world.Namespace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which VirtualServices bind hosts at a server: those that name its Gateway, whose namespace the server lets bind the
 * host, and that the gateway's own namespace is told of. One that is delegated to counts where it tells the namespace of
 * whoever delegates.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/gateway/#Server-hosts">hosts</a>
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#Delegate">Delegate</a>
 */
final class VirtualServiceBindings {

    private final Map<String, List<VirtualService>> byGateway = new HashMap<>();
    private final Map<Delegate, VirtualService> delegated = new HashMap<>();

    VirtualServiceBindings(Routing routing) {
        for (VirtualService one : routing.virtualServices()) {
            Stream<String> limits = one.rules().stream()
                    .flatMap(rule -> rule.gateways().stream().flatMap(List::stream));
            Stream.concat(one.gateways().stream(), limits)
                    .distinct()
                    .forEach(gateway -> byGateway
                            .computeIfAbsent(gateway, absent -> new ArrayList<>())
                            .add(one));
            if (one.hosts().isEmpty()) {
                delegated.put(new Delegate(one.namespace(), one.name()), one);
            }
        }
    }

    private static String name(GatewayServer server) {
        return server.namespace() + "/" + server.gateway();
    }

    /** What they make it forward. */
    List<Bound> at(Served served, Function<String, Map<String, String>> labels) {
        List<Bound> all = new ArrayList<>();
        for (VirtualService one : visible(served)) {
            List<String> hosts = served.server().bindings().stream()
                    .filter(binding -> binding.namespaces().selects(labels.apply(one.namespace())))
                    .flatMap(binding -> HostNames.common(one.hosts(), binding.host()))
                    .distinct()
                    .sorted()
                    .toList();
            if (!hosts.isEmpty()) {
                one.rules().forEach(rule -> all.addAll(bound(served.server(), one, rule, hosts)));
            }
        }
        return all;
    }

    /** Of a gateway that is not known it is not known either what it is told of. */
    private List<VirtualService> visible(Served served) {
        Namespace home = served.relay().pod().namespace();
        boolean known = !served.relay().candidates().isEmpty();
        return byGateway.getOrDefault(name(served.server()), List.of()).stream()
                .filter(one -> !known || one.isVisibleIn(home.name()))
                .toList();
    }

    private List<Bound> bound(GatewayServer server, VirtualService one, Rule rule, List<String> hosts) {
        Truth counts = one.counts(rule, name(server)).and(GatewayForwards.understands(server, rule.protocol()));
        if (!counts.isPossible()) {
            return List.of();
        }
        String binds = one.id() + " binds " + String.join(", ", hosts) + " at " + server.id();
        List<Bound> all = new ArrayList<>();
        Step own = Step.of(Step.Layer.ROUTE, counts, binds, rule.origin());
        rule.targets().forEach(target -> all.add(new Bound(hosts, own, target)));
        rule.delegate()
                .map(delegated::get)
                .filter(other -> other.isVisibleIn(one.namespace()))
                .ifPresent(other -> other.rules().stream()
                        .filter(inner -> inner.protocol() == Protocol.HTTP)
                        .forEach(inner -> {
                            String because = binds + " and delegates to " + other.id();
                            Step step = Step.of(Step.Layer.ROUTE, counts, because, inner.origin());
                            inner.targets().forEach(target -> all.add(new Bound(hosts, step, target)));
                        }));
        return all;
    }

    /** The namespaces that whoever may bind a host hands it on to. */
    SortedSet<String> delegates(Served served, Binding binding, Function<String, Map<String, String>> labels) {
        return visible(served).stream()
                .filter(one -> binding.namespaces().selects(labels.apply(one.namespace())))
                .filter(one ->
                        HostNames.common(one.hosts(), binding.host()).findAny().isPresent())
                .flatMap(one -> one.rules().stream())
                .flatMap(rule -> rule.delegate().stream())
                .map(Delegate::namespace)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
