package dev.tenantmesh.verifier.reach.relay;

import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.reach.AddressCuts;
import dev.tenantmesh.verifier.reach.Reachability;
import dev.tenantmesh.verifier.reach.Verdict;
import dev.tenantmesh.verifier.reach.forward.Backends;
import dev.tenantmesh.verifier.reach.forward.BindSet;
import dev.tenantmesh.verifier.reach.forward.Forward;
import dev.tenantmesh.verifier.reach.forward.Listener;
import dev.tenantmesh.verifier.reach.forward.Redirection;
import dev.tenantmesh.verifier.reach.forward.Relay;
import dev.tenantmesh.verifier.reach.forward.RouterForwards;
import dev.tenantmesh.verifier.reach.gateway.GatewayForwards;
import dev.tenantmesh.verifier.reach.gateway.Redirections;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.Service;
import dev.tenantmesh.verifier.world.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Answers whom somebody reaches by way of relays, and who may make relays forward more. Ordinary pods are no relays: what
 * a program does with what it is sent stands in no manifest.
 */
public final class Relays {

    private final World world;
    private final RelayHops hops;
    private final Reachability sources;
    private final List<Listener> listeners;
    private final Map<Listener, List<Forward>> forwards = new LinkedHashMap<>();
    private final Map<Pod, List<Listener>> byPod = new LinkedHashMap<>();
    private final List<BindSet> bindSets;
    private final List<Redirection> redirections;

    /** @param sources what holds of whoever begins */
    public Relays(World world, PolicyModel policies, ClusterProfile profile, Reachability sources) {
        this.world = world;
        this.sources = sources;
        this.hops = new RelayHops(world, policies, profile, sources);
        Backends backends = new Backends(world, policies, AddressCuts.of(policies));
        GatewayForwards gateways = new GatewayForwards(world, policies, backends);
        RouterForwards routers = new RouterForwards(world, policies, profile.router(), backends);
        this.listeners = Stream.concat(routers.listeners().stream(), gateways.listeners().stream())
                .toList();
        listeners.forEach(listener -> byPod.computeIfAbsent(listener.relay().pod(), absent -> new ArrayList<>())
                .add(listener));
        Stream.concat(routers.forwards().stream(), gateways.forwards().stream())
                .forEach(forward -> forwards.computeIfAbsent(forward.listener(), absent -> new ArrayList<>())
                        .add(forward));
        this.bindSets = gateways.bindSets();
        this.redirections = Redirections.of(policies.routing());
    }

    /** Every port by which relays take connections. */
    public List<Listener> listeners() {
        return listeners;
    }

    /** Who may make relays forward more than they do. */
    public List<BindSet> bindSets() {
        return bindSets;
    }

    /** What routes tell the proxies of clients, which are no relays. */
    public List<Redirection> redirections() {
        return redirections;
    }

    /**
     * Whether a relay could connect to somebody if it were told to: what a route that somebody adds could lead to.
     *
     * @param listener where it would come in
     */
    public Verdict couldForward(Listener listener, Endpoint destination, Port port) {
        return hops.onward(listener, new TreeMap<>(), destination, port);
    }

    /** The ports that nodes or load balancers take connections from outside for. */
    public List<Publication> publications() {
        return world.services().values().stream()
                .flatMap(List::stream)
                .filter(Service::isPublished)
                .flatMap(this::publications)
                .toList();
    }

    private Stream<Publication> publications(Service service) {
        return world.pods().stream()
                .filter(service::selects)
                .flatMap(pod -> service.ports().stream()
                        .flatMap(offered -> offered.of(pod).stream())
                        .distinct()
                        .map(port -> new Publication(service, pod, port)));
    }

    /** Everybody whom somebody reaches by way of relays, coming in by some of their ports. */
    public List<RelayedConnection> from(Endpoint source, Collection<Listener> entries) {
        return new Closure(this, source, entries, Optional.empty()).connections();
    }

    /** Each way in which somebody reaches a port of somebody else by way of relays; the surest first. */
    public List<RelayedConnection> between(Endpoint source, Endpoint destination, Port port) {
        return new Closure(this, source, listeners, Optional.of(new Closure.Goal(destination, port))).connections();
    }

    RelayHops hops() {
        return hops;
    }

    Reachability reachability() {
        return sources;
    }

    /** What a relay forwards of what comes in by one of its ports. */
    public List<Forward> forwards(Listener listener) {
        return forwards.getOrDefault(listener, List.of());
    }

    /** The listeners of a pod on a port. */
    List<Listener> listeners(Endpoint pod, Port port) {
        return pod instanceof Pod
                ? byPod.getOrDefault(pod, List.of()).stream()
                        .filter(listener ->
                                listener.port().equals(port) && listener.relay().kind() == Relay.Kind.GATEWAY)
                        .toList()
                : List.of();
    }
}
