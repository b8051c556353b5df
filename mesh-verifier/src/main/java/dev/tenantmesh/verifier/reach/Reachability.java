package dev.tenantmesh.verifier.reach;

import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.reach.mesh.Enrollment;
import dev.tenantmesh.verifier.reach.mesh.Front;
import dev.tenantmesh.verifier.reach.mesh.MeshLayer;
import dev.tenantmesh.verifier.reach.mesh.WaypointFront;
import dev.tenantmesh.verifier.reach.mesh.Waypoints;
import dev.tenantmesh.verifier.reach.mesh.Wire;
import dev.tenantmesh.verifier.reach.network.NetworkEnd;
import dev.tenantmesh.verifier.reach.network.NetworkLayer;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import dev.tenantmesh.verifier.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers who can reach whom: a connection must pass the network at both ends, and then the proxy of the destination. The
 * network is asked about the port that it sees, which is not the pod's where connections come in a tunnel.
 * What the source's own proxy would do counts for nothing, since whoever owns the source can go past it.
 */
public final class Reachability {

    private final NetworkLayer network;
    private final MeshLayer mesh;
    private final Waypoints waypoints;
    private final Identities identities;
    private final PortCuts portCuts;
    private final Narrowing narrowing;
    private final Strangers strangers;

    /**
     * @param neighbours the namespaces of whoever owns a namespace, itself included
     */
    public Reachability(
            World world,
            PolicyModel policies,
            ClusterProfile profile,
            Adversary adversary,
            Function<String, Set<String>> neighbours) {
        this.network = new NetworkLayer(policies.networkPolicies(), policies.adminPolicies(), profile);
        this.mesh = new MeshLayer(policies, world, profile);
        this.waypoints = new Waypoints(world, policies);
        this.identities = new Identities(
                world,
                mesh,
                new Accounts(world, policies.authorizationPolicies()),
                new Memberships(world, policies, network, mesh),
                new Identities.Owners(adversary, neighbours));
        this.portCuts = new PortCuts(world, policies);
        this.strangers = new Strangers(
                world,
                policies,
                pod -> adversary == Adversary.ACCIDENT && mesh.enrollment(pod).isEnrolled(),
                waypoints::relaysBefore);
        this.narrowing = new Narrowing(
                new Candidates(world, world.pods(), policies, profile, network),
                new BehindWaypoints(world, waypoints::relaysBefore),
                new Kinds(world, policies, neighbours, this::kind),
                network,
                waypoints::relaysBefore);
    }

    /** Whether a source can open a connection to a port of a destination, and how. */
    public Verdict ask(Endpoint source, Endpoint destination, Port port) {
        return into(destination).from(source).ask(port);
    }

    /** Whom an endpoint can show a certificate for. */
    public SortedMap<Identity, Truth> identitiesOf(Endpoint source) {
        return identities.of(source);
    }

    /**
     * The same where whoever is heard is not whoever connects, since the source only passes bytes on.
     *
     * @param shown whom a certificate can be shown for
     */
    public Verdict ask(Endpoint source, SortedMap<Identity, Truth> shown, Endpoint destination, Port port) {
        return into(destination).from(source, shown).ask(port);
    }

    /** The ranges of ports between which a policy of either end makes a difference. */
    public List<PortRange> portsBetween(Endpoint source, Endpoint destination) {
        return into(destination).from(source).ports();
    }

    /** Everything about a destination that does not depend on who comes, so that many can be asked about at once. */
    public Arrivals into(Endpoint destination) {
        return new Arrivals(destination);
    }

    /** Whoever comes to one destination. */
    public final class Arrivals {
        private final Endpoint destination;
        private final Optional<Front> front;
        private final PortCuts.Own cuts;
        private final List<ThroughWaypoint> waypoints;

        private Arrivals(Endpoint destination) {
            this(destination, destination instanceof Pod pod ? through(pod) : List.of());
        }

        private Arrivals(Endpoint destination, List<ThroughWaypoint> waypoints) {
            this.destination = destination;
            this.waypoints = waypoints;
            this.front = destination instanceof Pod pod ? Optional.of(mesh.front(pod)) : Optional.empty();
            this.cuts = portCuts.of(destination);
        }

        /** One of them. */
        public Pair from(Endpoint source) {
            return new Pair(this, source, null);
        }

        /** One of them who is heard as somebody else. */
        public Pair from(Endpoint source, SortedMap<Identity, Truth> shown) {
            return new Pair(this, source, shown);
        }
    }

    /**
     * A waypoint before a destination, which connects to it as itself.
     *
     * @param relay its pods
     * @param front whom it lets through
     * @param arrivals whoever comes to it
     * @param onward from it to the destination
     * @param known the last steps by port, as far as they were asked for
     */
    private record ThroughWaypoint(
            Pod relay, WaypointFront front, Arrivals arrivals, Pair onward, Map<Port, List<Step>> known) {

        List<Step> last(Port port) {
            return known.computeIfAbsent(
                    port,
                    asked -> onward.ask(asked).ways().stream()
                            .max(Comparator.comparing(Way::isOpen))
                            .map(Way::steps)
                            .orElse(List.of()));
        }
    }

    private List<ThroughWaypoint> through(Pod pod) {
        return waypoints.before(pod).stream()
                .map(waypoint -> {
                    Pod relay = waypoints.pod(waypoint);
                    WaypointFront front = mesh.front(waypoint, relay, pod);
                    Pair onward = new Arrivals(pod, List.of()).from(relay, front.identities());
                    return new ThroughWaypoint(relay, front, into(relay), onward, new ConcurrentHashMap<>());
                })
                .toList();
    }

    /** Two ends: what does not depend on the port is looked up once. */
    public final class Pair {
        private final Arrivals arrivals;
        private final Endpoint source;
        private final List<NetworkEnd> ends;
        private final @Nullable SortedMap<Identity, Truth> shown;
        private @Nullable SortedMap<Identity, Truth> openly;
        private @Nullable SortedMap<Identity, Truth> inTunnels;

        private Pair(Arrivals arrivals, Endpoint source, @Nullable SortedMap<Identity, Truth> shown) {
            this.arrivals = arrivals;
            this.source = source;
            this.shown = shown;
            this.ends = new ArrayList<>();
            if (source instanceof Pod pod) {
                ends.add(network.end(pod, Direction.EGRESS, arrivals.destination));
            }
            if (arrivals.destination instanceof Pod pod) {
                ends.add(network.end(pod, Direction.INGRESS, source));
            }
        }

        /** Whether the network certainly lets nothing through, whatever the port. */
        public boolean isClosed() {
            return isClosedItself()
                    && arrivals.waypoints.stream()
                            .allMatch(
                                    waypoint -> waypoint.arrivals().from(source).isClosedItself());
        }

        private boolean isClosedItself() {
            return ends.stream().anyMatch(NetworkEnd::isClosed);
        }

        /** The ranges of ports between which a policy of either end makes a difference. */
        public List<PortRange> ports() {
            return portCuts.between(source, arrivals.cuts);
        }

        /** Whether a connection to a port can be opened, and how. */
        public Verdict ask(Port port) {
            if (!(arrivals.destination instanceof Pod pod)) {
                return new Verdict(List.of(new Way(null, network(port))));
            }
            List<Way> ways = direct(pod, port);
            arrivals.waypoints.forEach(waypoint -> ways.addAll(through(waypoint, port)));
            return new Verdict(ways);
        }

        private List<Way> direct(Pod pod, Port port) {
            List<Way> ways = new ArrayList<>();
            for (Wire wire : arrivals.front.orElseThrow().wires(port)) {
                if (!wire.isTunnel() || !identities(pod, true).isEmpty()) {
                    ways.addAll(ways(pod, port, wire));
                }
            }
            return ways;
        }

        /** To a waypoint in a tunnel, and from there in the surest way to the pod. */
        private List<Way> through(ThroughWaypoint waypoint, Port port) {
            SortedMap<Identity, Truth> clients = shown != null ? shown : identities.atWaypoint(source);
            if (!port.isTcp() || clients.isEmpty() || source.equals(waypoint.relay())) {
                return List.of();
            }
            List<Step> first = waypoint.arrivals().from(source).network(Wire.TUNNEL);
            if (first.stream().anyMatch(step -> !step.passed().isPossible())) {
                return List.of(new Way(null, true, first));
            }
            List<Step> last = waypoint.last(port);
            return waypoint.front().ways(source, port, clients).stream()
                    .map(way -> way.after(first).andThen(last))
                    .toList();
        }

        private List<Way> ways(Pod pod, Port port, Wire wire) {
            List<Step> steps = network(wire.port());
            return steps.stream().allMatch(step -> step.passed().isPossible())
                    ? arrivals.front.orElseThrow().ways(source, port, wire, identities(pod, wire.isTunnel())).stream()
                            .map(way -> way.after(steps))
                            .toList()
                    : List.of(new Way(null, wire.isTunnel(), steps));
        }

        private SortedMap<Identity, Truth> identities(Pod pod, boolean tunnel) {
            if (shown != null) {
                return shown;
            }
            SortedMap<Identity, Truth> known = tunnel ? inTunnels : openly;
            if (known == null) {
                known = identities.of(source, pod, tunnel);
                inTunnels = tunnel ? known : inTunnels;
                openly = tunnel ? openly : known;
            }
            return known;
        }

        /** What the network says at both ends of a connection, of the port that it sees. */
        private List<Step> network(Port port) {
            List<Step> steps = new ArrayList<>();
            for (NetworkEnd end : ends) {
                steps.add(end.ask(port));
            }
            return steps;
        }
    }

    /** Who may be left out when whoever comes or goes is asked for. */
    public Narrowing narrowing() {
        return narrowing;
    }

    private Kinds.Kind kind(Pod pod) {
        Set<Kinds.Shown> shown = new LinkedHashSet<>();
        identities
                .of(pod)
                .forEach((identity, certainty) -> shown.add(new Kinds.Shown(identity.trustDomain(), certainty)));
        Enrollment enrollment = mesh.enrollment(pod);
        return new Kinds.Kind(enrollment.plane(), enrollment.mesh(), shown);
    }

    /** The pods that nobody declared and that a destination could let in. */
    public Strangers strangers() {
        return strangers;
    }
}
