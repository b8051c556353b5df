package dev.tenantmesh.verifier.reach;

import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.policy.mesh.Waypoint;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.reach.mesh.Approach;
import dev.tenantmesh.verifier.reach.mesh.MeshLayer;
import dev.tenantmesh.verifier.reach.mesh.Waypoints;
import dev.tenantmesh.verifier.reach.mesh.Wire;
import dev.tenantmesh.verifier.reach.network.NetworkLayer;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import dev.tenantmesh.verifier.world.Service;
import dev.tenantmesh.verifier.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers who can reach whom: a connection must pass the network at both ends, and then the proxy of the destination. The
 * network is asked about the port that it sees, which is not the pod's where connections come in a tunnel.
 * What the source's own proxy would do counts for nothing, since whoever owns the source can go past it.
 */
public final class Reachability {

    private final World world;
    private final NetworkLayer network;
    private final MeshLayer mesh;
    private final Waypoints waypoints;
    private final Identities identities;
    private final PortCuts portCuts;
    private final Candidates candidates;

    /**
     * @param neighbours the namespaces of whoever owns a namespace, itself included
     */
    public Reachability(
            World world,
            PolicyModel policies,
            ClusterProfile profile,
            Adversary adversary,
            Function<String, Set<String>> neighbours) {
        this.world = world;
        this.network = new NetworkLayer(policies.networkPolicies(), policies.adminPolicies(), profile);
        this.mesh = new MeshLayer(policies, world, profile);
        this.waypoints = new Waypoints(world, policies);
        this.identities = new Identities(world, mesh, policies.authorizationPolicies(), adversary, neighbours);
        this.portCuts = new PortCuts(world, policies);
        this.candidates = new Candidates(world, policies, profile);
    }

    /** Whether a source can open a connection to a port of a destination, and how. */
    public Verdict ask(Endpoint source, Endpoint destination, Port port) {
        if (!(destination instanceof Pod pod)) {
            return new Verdict(List.of(new Way(null, network(source, destination, port))));
        }
        SortedMap<Identity, Truth> shown = identities.of(source, pod);
        Stream<Way> passedOn = shown.isEmpty()
                ? Stream.of()
                : waypoints.before(pod).stream().flatMap(waypoint -> passedOn(waypoint, source, pod, port));
        return new Verdict(
                Stream.concat(direct(source, pod, port, shown), passedOn).toList());
    }

    private Stream<Way> direct(Endpoint source, Pod pod, Port port, SortedMap<Identity, Truth> shown) {
        Approach approach = new Approach(source, pod, port, protocols(pod, port));
        return mesh.wires(pod, port).stream()
                .filter(wire -> !wire.isTunnel() || !shown.isEmpty())
                .flatMap(wire -> ways(approach, wire, shown));
    }

    /** To a waypoint in a tunnel, and from there however it reaches the pod; only what may be open is of interest. */
    private Stream<Way> passedOn(Waypoint waypoint, Endpoint source, Pod pod, Port port) {
        Pod relay = waypoints.pod(waypoint);
        List<Step> first = new ArrayList<>(network(source, relay, Wire.TUNNEL));
        first.add(waypoints.passedOn(waypoint));
        return direct(relay, pod, port, waypoints.identities(waypoint))
                .map(way -> new Way(way.identity(), true, way.steps()).after(first))
                .filter(way -> way.isOpen().isPossible());
    }

    private Stream<Way> ways(Approach approach, Wire wire, SortedMap<Identity, Truth> shown) {
        List<Step> steps = network(approach.source(), approach.pod(), wire.port());
        return steps.stream().allMatch(step -> step.passed().isPossible())
                ? mesh.ways(approach, wire, shown).stream().map(way -> way.after(steps))
                : Stream.of(new Way(null, wire.isTunnel(), steps));
    }

    /** What the network says at both ends of a connection, of the port that it sees. */
    private List<Step> network(Endpoint source, Endpoint destination, Port port) {
        List<Step> steps = new ArrayList<>();
        if (source instanceof Pod pod) {
            steps.add(network.ask(pod, Direction.EGRESS, destination, port));
        }
        if (destination instanceof Pod pod) {
            steps.add(network.ask(pod, Direction.INGRESS, source, port));
        }
        return steps;
    }

    /** The ranges of ports between which a policy of either end makes a difference. */
    public List<PortRange> portsBetween(Endpoint source, Endpoint destination) {
        return portCuts.between(source, destination);
    }

    /** The declared pods that a destination may let in; empty if that may be any of them. */
    public Optional<Set<Pod>> sourcesOf(Pod destination) {
        return waypoints.before(destination).isEmpty() ? candidates.sourcesOf(destination) : Optional.empty();
    }

    /** What the Services of a pod say of a port: their word for its protocol, or the beginning of its name. */
    private Set<String> protocols(Pod pod, Port port) {
        return world.servicesOf(pod).stream()
                .flatMap(service -> service.ports().stream())
                .filter(offered -> offered.of(pod).map(port::equals).orElse(false))
                .map(Reachability::protocol)
                .collect(Collectors.toSet());
    }

    private static String protocol(Service.ServicePort port) {
        String name = port.name();
        int dash = name.indexOf('-');
        return port.appProtocol().isEmpty() ? dash < 0 ? name : name.substring(0, dash) : port.appProtocol();
    }
}
