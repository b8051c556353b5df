package dev.tenantmesh.verifier.reach.relay;

import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.reach.Verdict;
import dev.tenantmesh.verifier.reach.forward.Backend;
import dev.tenantmesh.verifier.reach.forward.Forward;
import dev.tenantmesh.verifier.reach.forward.HostNames;
import dev.tenantmesh.verifier.reach.forward.Listener;
import dev.tenantmesh.verifier.reach.forward.Listener.Carries;
import dev.tenantmesh.verifier.reach.forward.Relay;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;

/**
 * The least set of endpoints that contains whom a source reaches by way of relays: each listener is left once for each
 * identity and host that it may be entered with, the surest ways first, so that it ends whatever leads back.
 */
final class Closure {

    private final Relays relays;
    private final Endpoint source;
    private final Optional<Goal> goal;
    private final PriorityQueue<Entered> waiting = new PriorityQueue<>(Comparator.comparing(Entered::open)
            .reversed()
            .thenComparing(entered -> entered.hops().size()));
    private final Set<State> left = new HashSet<>();
    private final Map<Found, RelayedConnection> found = new LinkedHashMap<>();

    /**
     * Who is asked about, where that is known.
     *
     * @param destination who
     * @param port on which port
     */
    record Goal(Endpoint destination, Port port) {}

    /**
     * What makes a difference behind a listener.
     *
     * @param hosts which hosts may still be asked for; none: any
     */
    private record State(Listener listener, SortedMap<Identity, Truth> shown, List<String> hosts) {}

    /**
     * A listener that was come in by.
     *
     * @param passed the listeners before it
     */
    private record Entered(State state, List<Hop> hops, List<Listener> passed, Truth open) {

        /** Whether the way comes back to where it was. */
        boolean passes(Listener listener) {
            return state.listener().equals(listener) || passed.contains(listener);
        }
    }

    /** What is one connection for whoever reads it. */
    private record Found(Endpoint destination, PortRange ports, List<String> hosts, List<Endpoint> through) {}

    Closure(Relays relays, Endpoint source, Collection<Listener> entries, Optional<Goal> goal) {
        this.relays = relays;
        this.source = source;
        this.goal = goal;
        SortedMap<Identity, Truth> shown = relays.hops().identitiesOf(source);
        entries.stream()
                .filter(listener -> !listener.relay().pod().equals(source))
                .forEach(listener -> enter(new State(listener, shown, List.of())));
        while (!waiting.isEmpty()) {
            leave(waiting.remove());
        }
    }

    List<RelayedConnection> connections() {
        return found.values().stream()
                .sorted(Comparator.comparing(RelayedConnection::isOpen)
                        .reversed()
                        .thenComparing(connection -> connection.hops().size()))
                .toList();
    }

    private void enter(State state) {
        Verdict verdict = relays.hops().into(source, state.shown(), state.listener());
        Endpoint relay = state.listener().relay().pod();
        add(state, List.of(new Hop(source, relay, port(state.listener()), Optional.empty(), verdict)), List.of());
    }

    private void enter(State state, Entered from, Hop onward) {
        Listener listener = state.listener();
        Verdict verdict = RelayHops.entering(onward.verdict(), listener);
        List<Hop> hops = new ArrayList<>(from.hops());
        hops.add(new Hop(onward.source(), listener.relay().pod(), port(listener), onward.binding(), verdict));
        List<Listener> passed = new ArrayList<>(from.passed());
        passed.add(from.state().listener());
        add(state, hops, passed);
    }

    private static PortRange port(Listener listener) {
        int number = listener.port().number();
        return new PortRange(listener.port().protocol(), number, number);
    }

    private void add(State state, List<Hop> hops, List<Listener> passed) {
        Truth open = hops.stream().map(Hop::isOpen).reduce(Truth.YES, Truth::and);
        if (open.isPossible()) {
            waiting.add(new Entered(state, hops, passed, open));
        }
    }

    private void leave(Entered entered) {
        if (!left.add(entered.state())) {
            return;
        }
        for (Forward forward : relays.forwards(entered.state().listener())) {
            hosts(entered.state(), forward).ifPresent(hosts -> follow(entered, forward, hosts));
        }
    }

    /** The hosts that can be asked for there. */
    private static Optional<List<String>> hosts(State state, Forward forward) {
        if (state.hosts().isEmpty()) {
            return Optional.of(forward.hosts());
        }
        List<String> common = HostNames.common(state.hosts(), forward.hosts());
        return common.isEmpty() ? Optional.empty() : Optional.of(common);
    }

    private void follow(Entered entered, Forward forward, List<String> hosts) {
        for (Endpoint destination : destinations(forward.backend())) {
            Optional<Set<Port>> ports = forward.backend().ports().apply(destination);
            if (ports.isPresent() && !destination.equals(source)) {
                for (PortRange range : ranges(entered.state().listener().relay(), destination, ports.get())) {
                    reach(entered, forward, destination, range, hosts);
                }
            }
        }
    }

    /** The one that is asked about need not be known: a pod that nobody declared may be behind a Service as well. */
    private List<Endpoint> destinations(Backend backend) {
        if (goal.isEmpty() || backend.known().contains(goal.get().destination())) {
            return backend.known();
        }
        List<Endpoint> all = new ArrayList<>(backend.known());
        all.add(goal.get().destination());
        return all;
    }

    private List<PortRange> ranges(Relay relay, Endpoint destination, Set<Port> ports) {
        if (!ports.isEmpty()) {
            return ports.stream()
                    .map(port -> new PortRange(port.protocol(), port.number(), port.number()))
                    .sorted()
                    .toList();
        }
        if (goal.isPresent() && goal.get().destination().equals(destination)) {
            Port port = goal.get().port();
            return List.of(new PortRange(port.protocol(), port.number(), port.number()));
        }
        return relays.reachability().portsBetween(relay.pod(), destination).stream()
                .filter(range -> range.protocol() == Port.Protocol.TCP)
                .toList();
    }

    private void reach(Entered entered, Forward forward, Endpoint destination, PortRange range, List<String> hosts) {
        Listener listener = entered.state().listener();
        SortedMap<Identity, Truth> shown = entered.state().shown();
        Verdict verdict = relays.hops().onward(listener, shown, destination, range.representative());
        Hop hop = new Hop(listener.relay().pod(), destination, range, Optional.of(forward.binding()), verdict);
        if (!hop.isOpen().isPossible()) {
            return;
        }
        List<Hop> hops = new ArrayList<>(entered.hops());
        hops.add(hop);
        RelayedConnection connection = new RelayedConnection(hosts, hops);
        boolean wanted = goal.isEmpty()
                || (goal.get().destination().equals(destination)
                        && range.contains(goal.get().port()));
        if (wanted) {
            found.putIfAbsent(new Found(destination, range, hosts, connection.through()), connection);
        }
        for (Listener next : relays.listeners(destination, range.representative())) {
            if (!entered.passes(next)
                    && (next.tls().isEmpty()
                            || !HostNames.common(next.hosts(), hosts).isEmpty())) {
                State state = new State(next, relays.hops().handedOn(listener, shown), kept(listener, hosts, next));
                enter(state, entered, hop);
            }
        }
    }

    /** The name in TLS stays as long as TLS goes through, and the router hands on the host of a request. */
    private static List<String> kept(Listener listener, List<String> hosts, Listener next) {
        boolean keeps = listener.carries() == Carries.TLS
                ? next.carries() == Carries.TLS
                : listener.relay().kind() != Relay.Kind.GATEWAY && next.carries() != Carries.TLS;
        return keeps ? hosts : List.of();
    }
}
