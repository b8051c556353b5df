package dev.tenantmesh.verifier.question;

import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.question.Connection.Opening;
import dev.tenantmesh.verifier.reach.Adversary;
import dev.tenantmesh.verifier.reach.PossiblePods;
import dev.tenantmesh.verifier.reach.Reachability;
import dev.tenantmesh.verifier.reach.Reachability.Arrivals;
import dev.tenantmesh.verifier.reach.Reachability.Pair;
import dev.tenantmesh.verifier.reach.Strangers;
import dev.tenantmesh.verifier.reach.Verdict;
import dev.tenantmesh.verifier.reach.forward.Listener;
import dev.tenantmesh.verifier.reach.forward.Relay;
import dev.tenantmesh.verifier.reach.relay.RelayedConnection;
import dev.tenantmesh.verifier.reach.relay.Relays;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.HostProcess;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who reaches whom: every pair of declared pods and of addresses outside, on every port that policies tell apart. */
public final class Connectivity {

    private final MeshVerifier verifier;
    private final Adversary adversary;
    private final Reachability reachability;
    private final PossiblePods possible;
    private final Strangers strangers;
    private final List<External> outside;
    private final List<External> visitors;
    private final ClientView clients;
    private final Relays relays;

    public Connectivity(MeshVerifier verifier, Adversary adversary) {
        this(verifier, adversary, Set::of);
    }

    /**
     * @param neighbours the namespaces of whoever owns a namespace, itself included
     */
    public Connectivity(MeshVerifier verifier, Adversary adversary, Function<String, Set<String>> neighbours) {
        this.verifier = verifier;
        this.adversary = adversary;
        this.reachability = verifier.reachability(adversary, neighbours);
        this.possible = new PossiblePods(verifier.world(), verifier.policies());
        this.strangers = reachability.strangers();
        this.outside = verifier.addresses();
        this.visitors = verifier.visitors();
        this.clients = new ClientView(verifier);
        this.relays = verifier.relays(reachability);
    }

    /** Every pair that may be connected, sorted by destination and source; a pod and itself are no pair. */
    public List<Connection> connections() {
        List<Pod> pods = verifier.world().pods();
        Stream<Connection> inwards = pods.parallelStream()
                .flatMap(destination ->
                        into(destination, Stream.concat(sources(destination).stream(), outside.stream())).stream());
        Stream<Connection> outwards = pods.parallelStream()
                .flatMap(source -> outside.stream().flatMap(destination -> between(source, destination).stream()));
        return Stream.concat(inwards.toList().stream(), outwards.toList().stream())
                .toList();
    }

    /**
     * Whom each pod lets in beside declared pods, sorted by pod; pods that nobody declared are asked about, too, so that
     * manifests without workloads have an answer.
     */
    public List<Exposure> exposures() {
        return Stream.concat(
                        verifier.world().pods().stream(),
                        verifier.world().namespaces().values().stream()
                                .flatMap(namespace -> possible.in(namespace).stream()))
                .parallel()
                .map(this::exposure)
                .toList();
    }

    private Exposure exposure(Pod destination) {
        Stream<Endpoint> others = Stream.of(
                        strangers.admittedBy(destination).stream(), Stream.of(HostProcess.OTHER_NODE), outside.stream())
                .flatMap(sources -> sources);
        return new Exposure(destination, into(destination, others));
    }

    /**
     * Whoever may come to a pod: declared pods, pods that could be made, nodes, addresses outside, and members of other
     * clusters.
     */
    public List<Connection> into(Pod destination) {
        return into(destination, Stream.concat(sources(destination).stream(), undeclared(destination)));
    }

    /**
     * The same, but of declared pods that nothing of the destination tells apart only one; empty if each has to be asked
     * about.
     *
     * @param named namespaces whose pods are to be told apart from others all the same
     */
    public Optional<List<Connection>> kindsInto(Pod destination, Set<String> named) {
        return reachability
                .narrowing()
                .kindsInto(destination, named)
                .map(kinds -> kinds.stream().filter(source -> !source.equals(destination)))
                .map(kinds -> into(destination, Stream.concat(kinds, undeclared(destination))));
    }

    private Stream<Endpoint> undeclared(Pod destination) {
        return Stream.of(
                        strangers.admittedBy(destination).stream(),
                        Stream.of(HostProcess.OTHER_NODE),
                        outside.stream(),
                        visitors.stream())
                .flatMap(sources -> sources);
    }

    /** Where a pod may go: declared pods, nodes, addresses outside, and one pod that nobody declared. */
    public List<Connection> outOf(Pod source) {
        Optional<? extends Collection<Pod>> narrowed = reachability.narrowing().destinationsOf(source);
        Collection<Pod> all =
                narrowed.isPresent() ? narrowed.get() : verifier.world().pods();
        Stream<Pod> pods = all.stream().filter(pod -> !pod.equals(source));
        return Stream.of(
                        pods, strangers.reachedBy(source).stream(), Stream.of(HostProcess.OTHER_NODE), outside.stream())
                .flatMap(destinations -> destinations)
                .flatMap(destination -> between(source, destination).stream())
                .toList();
    }

    /** What becomes of one connection. */
    public Verdict ask(Endpoint source, Endpoint destination, Port port) {
        return reachability.ask(source, destination, port);
    }

    /** One question with every reason. */
    public Explanation explain(Endpoint source, Endpoint destination, Port port) {
        return new Explanation(
                source,
                destination,
                port,
                reachability.ask(source, destination, port),
                relays.between(source, destination, port),
                clients.configured(source, destination, port));
    }

    /** Gateways, the router and ingress controllers: what they listen for, and who may make them forward more. */
    public Relays relays() {
        return relays;
    }

    /**
     * Whom declared pods, pods that relays let in, and addresses outside reach by way of relays, sorted by source.
     */
    public List<RelayedConnection> relayed() {
        Map<Endpoint, Set<Listener>> entries = new LinkedHashMap<>();
        for (Listener listener : relays.listeners()) {
            clients(listener)
                    .forEach(client -> entries.computeIfAbsent(client, absent -> new LinkedHashSet<>())
                            .add(listener));
        }
        return entries.entrySet().stream()
                .flatMap(client -> relays.from(client.getKey(), client.getValue()).stream())
                .toList();
    }

    /** Everything about relays at once. */
    public Relaying relaying() {
        boolean hostile = adversary == Adversary.HOSTILE_SOURCE;
        return new Relaying(relayed(), hostile ? relays.bindSets() : List.of(), relays.publications());
    }

    /** Who may come in by a listener. */
    private Stream<Endpoint> clients(Listener listener) {
        Relay relay = listener.relay();
        boolean declared = relay.kind() == Relay.Kind.GATEWAY && relay.known().isCertain();
        Stream<? extends Endpoint> pods = declared
                ? Stream.of(
                                sources(relay.pod()).stream(),
                                strangers.admittedBy(relay.pod()).stream(),
                                Stream.of(HostProcess.OTHER_NODE))
                        .flatMap(clients -> clients)
                : Stream.of();
        return Stream.of(pods, outside.stream(), visitors.stream()).flatMap(clients -> clients);
    }

    private Collection<Pod> sources(Pod destination) {
        Optional<? extends Collection<Pod>> narrowed = reachability.narrowing().sourcesOf(destination);
        Collection<Pod> all =
                narrowed.isPresent() ? narrowed.get() : verifier.world().pods();
        return all.stream().filter(source -> !source.equals(destination)).toList();
    }

    /** What one end may open to the other; empty if nothing. */
    public Optional<Connection> between(Endpoint source, Endpoint destination) {
        return between(reachability.into(destination), source, destination);
    }

    private static Optional<Connection> between(Arrivals arrivals, Endpoint source, Endpoint destination) {
        Pair pair = arrivals.from(source);
        if (pair.isClosed()) {
            return Optional.empty();
        }
        List<Opening> openings = new ArrayList<>();
        for (PortRange ports : pair.ports()) {
            Verdict verdict = pair.ask(ports.representative());
            if (verdict.isPossible()) {
                add(openings, new Opening(ports, verdict));
            }
        }
        return openings.isEmpty() ? Optional.empty() : Optional.of(new Connection(source, destination, openings));
    }

    private List<Connection> into(Endpoint destination, Stream<? extends Endpoint> sources) {
        Arrivals arrivals = reachability.into(destination);
        return sources.flatMap(source -> between(arrivals, source, destination).stream())
                .toList();
    }

    /** Ports in a row with one meaning are one opening. */
    private static void add(List<Opening> openings, Opening next) {
        int last = openings.size() - 1;
        if (last >= 0
                && openings.get(last).ports().joins(next.ports())
                && openings.get(last).verdict().meaning().equals(next.verdict().meaning())) {
            Opening before = openings.get(last);
            openings.set(last, new Opening(before.ports().with(next.ports()), before.verdict()));
        } else {
            openings.add(next);
        }
    }
}
