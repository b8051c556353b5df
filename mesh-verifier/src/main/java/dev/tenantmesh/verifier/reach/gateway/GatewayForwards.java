package dev.tenantmesh.verifier.reach.gateway;

import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.mesh.GatewayServer;
import dev.tenantmesh.verifier.policy.mesh.GatewayServer.Api;
import dev.tenantmesh.verifier.policy.mesh.GatewayServer.Binding;
import dev.tenantmesh.verifier.policy.route.Target;
import dev.tenantmesh.verifier.policy.route.VirtualService.Protocol;
import dev.tenantmesh.verifier.reach.forward.Backends;
import dev.tenantmesh.verifier.reach.forward.BindSet;
import dev.tenantmesh.verifier.reach.forward.Forward;
import dev.tenantmesh.verifier.reach.forward.Listener;
import dev.tenantmesh.verifier.reach.forward.Relay;
import dev.tenantmesh.verifier.reach.gateway.GatewayPods.Served;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What gateways of a mesh forward: what routes bind at their servers, and everything where a server says so. */
public final class GatewayForwards {

    private final World world;
    private final Backends backends;
    private final GatewayPods pods;
    private final VirtualServiceBindings virtualServices;
    private final ApiRouteBindings apiRoutes;
    private final GatewayConflicts conflicts;

    public GatewayForwards(World world, PolicyModel policies, Backends backends) {
        this.world = world;
        this.backends = backends;
        this.pods = new GatewayPods(world, policies);
        this.virtualServices = new VirtualServiceBindings(policies.routing());
        this.apiRoutes = new ApiRouteBindings(policies.routing(), pods);
        this.conflicts = new GatewayConflicts(pods.listeners().keySet());
    }

    /**
     * What a route makes a server forward.
     *
     * @param hosts for which hosts
     * @param route what makes it so, and how certainly
     * @param target where to
     */
    record Bound(List<String> hosts, Step route, Target target) {}

    /** Every port that gateways listen on, each once for each server behind it. */
    public Collection<Listener> listeners() {
        return pods.listeners().values();
    }

    /** What they forward. */
    public List<Forward> forwards() {
        List<Forward> all = new ArrayList<>();
        pods.listeners().forEach((served, listener) -> {
            if (served.server().isAutomatic()) {
                all.addAll(automatic(served, listener));
            }
            for (Bound bound : bound(served)) {
                backends.of(bound.target(), served.relay().pod().namespace().name())
                        .forEach(backend ->
                                all.add(Forward.of(listener, bound.hosts(), doubted(served, bound), backend)));
            }
        });
        return all;
    }

    private List<Forward> automatic(Served served, Listener listener) {
        GatewayServer server = served.server();
        String because = server.id() + " leads to every Service that a client names, with TLS AUTO_PASSTHROUGH";
        Step route = Step.of(Step.Layer.ROUTE, Truth.YES, because, server.origin());
        return server.bindings().stream()
                .map(Binding::host)
                .distinct()
                .flatMap(host -> backends
                        .under(host, served.relay().pod().namespace().name())
                        .stream()
                        .map(backend -> Forward.of(listener, List.of(host), route, backend)))
                .toList();
    }

    private List<Bound> bound(Served served) {
        return served.server().api() == Api.ISTIO
                ? virtualServices.at(served, this::labels)
                : apiRoutes.at(served, this::labels);
    }

    private Map<String, String> labels(String namespace) {
        return world.namespace(namespace)
                .orElseGet(() -> Namespace.of(namespace, Map.of(), null))
                .labels();
    }

    /** Of two servers that claim one host the older has it, which no file tells. */
    private Step doubted(Served served, Bound bound) {
        return conflicts
                .with(served, bound.hosts())
                .map(other -> Step.of(
                        Step.Layer.ROUTE,
                        bound.route().passed().and(Truth.MAYBE),
                        bound.route().because() + ", unless " + other.id() + " at " + other.origin()
                                + " is older and claims the host too",
                        bound.route().origin()))
                .orElse(bound.route());
    }

    /** How far a server understands a kind of routes. */
    static Truth understands(GatewayServer server, Protocol protocol) {
        if (server.isPassthrough() || server.takesRequests()) {
            Protocol own = server.isPassthrough() ? Protocol.TLS : Protocol.HTTP;
            return Truth.of(protocol == own && !server.isAutomatic());
        }
        return switch (protocol) {
            case TCP -> Truth.YES;
            case TLS -> server.tls().isEmpty() ? Truth.NO : Truth.MAYBE;
            case HTTP -> Truth.NO;
        };
    }

    /** Who may make them forward more. */
    public List<BindSet> bindSets() {
        List<BindSet> all = new ArrayList<>();
        pods.listeners().keySet().forEach(served -> {
            GatewayServer server = served.server();
            for (Binding binding : server.bindings()) {
                all.add(new BindSet(
                        served.relay(),
                        BindSet.By.ROUTE,
                        server.id(),
                        binding.host(),
                        binding.namespaces(),
                        server.api() == Api.ISTIO
                                ? virtualServices.delegates(served, binding, this::labels)
                                : new TreeSet<>(),
                        server.origin()));
            }
        });
        pods.listeners().keySet().stream().map(Served::relay).distinct().forEach(relay -> all.add(open(relay)));
        return all.stream().distinct().toList();
    }

    /** Gateways select pods of any namespace, unless istiod is told otherwise. */
    private BindSet open(Relay relay) {
        LabelSelector namespaces = pods.isScoped(relay.pod())
                ? LabelSelector.of(
                        Map.of(Namespace.NAME_LABEL, relay.pod().namespace().name()))
                : LabelSelector.EVERYTHING;
        return new BindSet(relay, BindSet.By.GATEWAY, "", "*", namespaces, new TreeSet<>(), null);
    }
}
