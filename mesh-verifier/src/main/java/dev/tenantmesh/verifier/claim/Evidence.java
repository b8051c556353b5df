package dev.tenantmesh.verifier.claim;

import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.question.Connection;
import dev.tenantmesh.verifier.question.Connectivity;
import dev.tenantmesh.verifier.reach.Adversary;
import dev.tenantmesh.verifier.reach.PossiblePods;
import dev.tenantmesh.verifier.reach.Verdict;
import dev.tenantmesh.verifier.reach.hijack.Hijacks;
import dev.tenantmesh.verifier.reach.mesh.EnrollmentRules;
import dev.tenantmesh.verifier.reach.mesh.MeshLayer;
import dev.tenantmesh.verifier.reach.relay.RelayedConnection;
import dev.tenantmesh.verifier.reach.relay.Relays;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.select.Satisfying;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.HostProcess;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What claims are judged by: the answers of the verifier about one set of manifests, at every level. */
public final class Evidence {

    private final MeshVerifier verifier;
    private final Owners owners;
    private final Level level;
    private final PossiblePods possible;
    private final Map<String, List<Pod>> declared;
    private final MeshLayer proxies;
    private final Hijacks hijacks;
    private final Supplier<List<RelayedConnection>> relayed;
    private final Map<Level, Connectivity> byLevel = new EnumMap<>(Level.class);
    private final Map<Level, Map<Pod, List<Connection>>> incoming = new EnumMap<>(Level.class);
    private final Map<EnforcedBy, Evidence> byLayer = new ConcurrentHashMap<>();
    private final Map<Set<String>, Evidence> byTrial = new ConcurrentHashMap<>();

    /**
     * @param owners who owns what
     * @param level what is assumed of them, where a claim does not say otherwise
     */
    public Evidence(MeshVerifier verifier, Owners owners, Level level) {
        this.verifier = verifier;
        this.owners = owners;
        this.level = level;
        this.possible = new PossiblePods(verifier.world(), verifier.policies());
        this.declared = verifier.world().podsByNamespace();
        this.proxies = new MeshLayer(verifier.policies(), verifier.world(), verifier.profile());
        this.hijacks = verifier.hijacks();
        this.relayed = Once.of(() -> at(Level.ACCIDENT).relayed());
        for (Level each : Level.values()) {
            Adversary adversary = each == Level.ACCIDENT ? Adversary.ACCIDENT : Adversary.HOSTILE_SOURCE;
            MeshVerifier worst = verifier.with(owners.worst(verifier.policies(), each));
            byLevel.put(each, new Connectivity(worst, adversary, owners::neighbours));
            incoming.put(each, new ConcurrentHashMap<>());
        }
    }

    public MeshVerifier verifier() {
        return verifier;
    }

    public Owners owners() {
        return owners;
    }

    /** What is assumed of owners. */
    public Level level() {
        return level;
    }

    /** Every answer at a level. */
    public Connectivity at(Level wanted) {
        Connectivity connectivity = byLevel.get(wanted);
        if (connectivity == null) {
            throw new IllegalStateException("No answers at " + wanted);
        }
        return connectivity;
    }

    /** The pods of a party: those that are declared, and of those that could be made one of each kind. */
    public List<Pod> pods(Party party) {
        List<Namespace> homes = party instanceof Party.Pods pods
                ? pods.namespaces().stream()
                        .flatMap(name -> verifier.world().namespace(name).stream())
                        .toList()
                : List.copyOf(verifier.world().namespaces().values());
        return Stream.concat(
                        homes.stream().flatMap(home -> declaredIn(home.name())),
                        homes.stream().flatMap(home -> possible.in(home).stream()))
                .filter(party::includes)
                .toList();
    }

    /** The declared pods of a namespace. */
    public Stream<Pod> declaredIn(String namespace) {
        return declared.getOrDefault(namespace, List.of()).stream();
    }

    /** The same where only one layer enforces anything. */
    public Evidence only(EnforcedBy layer) {
        return byLayer.computeIfAbsent(
                layer, alone -> new Evidence(verifier.with(alone.only(verifier.policies())), owners, level));
    }

    /** The same where proxies carry out what some namespaces only try. */
    public Evidence enforcing(Set<String> namespaces) {
        return byTrial.computeIfAbsent(Set.copyOf(namespaces), tried -> {
            PolicyModel policies = verifier.policies();
            PolicyModel carriedOut = policies.withMeshPolicies(
                    policies.peerAuthentications(),
                    policies.authorizationPolicies().stream()
                            .map(policy -> tried.contains(policy.namespace()) ? policy.carriedOut() : policy)
                            .toList());
            return new Evidence(verifier.with(carriedOut), owners, level);
        });
    }

    /** What proxies are in front of pods. */
    public MeshLayer proxies() {
        return proxies;
    }

    /** Which objects take hosts of others from their clients. */
    public Hijacks hijacks() {
        return hijacks;
    }

    /** Gateways and routers, and what they forward. */
    public Relays relays() {
        return at(Level.ACCIDENT).relays();
    }

    /** Whom somebody reaches by way of gateways and routers. */
    public List<RelayedConnection> relayed() {
        return relayed.get();
    }

    /** A pod of a namespace that asks for nothing but a proxy, where pods must ask for it. */
    public Pod typical(Namespace namespace) {
        return Pod.possible(namespace, possible.asking(namespace, Map.of()), Map.of());
    }

    /** Whoever may come to a pod: declared pods, pods that could be made, nodes and addresses outside. */
    public List<Connection> into(Pod destination, Level wanted) {
        return incoming.getOrDefault(wanted, new ConcurrentHashMap<>())
                .computeIfAbsent(destination, pod -> at(wanted).into(pod));
    }

    /**
     * The same, but of declared pods that nothing of the destination tells apart only one, where that is known.
     *
     * @param named namespaces whose pods are to be told apart from others all the same
     */
    public List<Connection> kindsInto(Pod destination, Set<String> named, Level wanted) {
        return at(wanted).kindsInto(destination, named).orElseGet(() -> into(destination, wanted));
    }

    /** Where a pod may go: declared pods, pods that could be made, nodes and addresses outside. */
    public List<Connection> outOf(Pod source, Level wanted) {
        return at(wanted).outOf(source);
    }

    /**
     * Somebody of a party: every declared pod, and where there is none in a namespace, one that its selector selects and
     * that asks for a proxy where pods must.
     */
    public List<Endpoint> somebody(Party party) {
        if (party instanceof Party.AnyOf any) {
            return any.parties().stream().flatMap(one -> somebody(one).stream()).toList();
        }
        if (party instanceof Party.Addresses addresses) {
            return addresses.ranges().stream().<Endpoint>map(External::new).toList();
        }
        if (party instanceof Party.Nodes) {
            return List.of(HostProcess.OTHER_NODE);
        }
        if (party instanceof Party.Labelled labelled) {
            return Satisfying.all(List.of(labelled.namespaces())).stream()
                    .map(Namespace::possible)
                    .flatMap(namespace -> example(namespace, labelled.pods()))
                    .toList();
        }
        return party instanceof Party.Pods pods
                ? pods.namespaces().stream()
                        .flatMap(namespace -> somebodyIn(namespace, pods))
                        .toList()
                : List.of();
    }

    /**
     * The same, and of whole namespaces also one pod that is in no manifest; but no gateway there, since those go where
     * their routes lead, which is claimed of them by name.
     */
    public List<Endpoint> everybody(Party party) {
        if (!(party instanceof Party.Pods pods) || !pods.pods().isEverything()) {
            return somebody(party);
        }
        Stream<Endpoint> others = pods.namespaces().stream()
                .map(name -> verifier.world().namespace(name).orElseGet(() -> Namespace.of(name, Map.of(), null)))
                .flatMap(namespace -> example(namespace, pods.pods()));
        return Stream.concat(somebody(party).stream(), others)
                .filter(end -> !(end instanceof Pod pod && EnrollmentRules.isGateway(pod)))
                .distinct()
                .toList();
    }

    private Stream<Endpoint> somebodyIn(String namespace, Party.Pods pods) {
        List<Endpoint> included = declaredIn(namespace)
                .filter(pods::includes)
                .<Endpoint>map(pod -> pod)
                .toList();
        Namespace home = verifier.world().namespace(namespace).orElseGet(() -> Namespace.of(namespace, Map.of(), null));
        return included.isEmpty() ? example(home, pods.pods()) : included.stream();
    }

    private Stream<Endpoint> example(Namespace namespace, LabelSelector pods) {
        return Satisfying.all(List.of(pods)).stream()
                .map(labels -> possible.asking(namespace, labels))
                .map(labels -> Pod.possible(namespace, labels, Map.of()));
    }

    /** What becomes of a connection of somebody who behaves. */
    public Verdict behaved(Endpoint source, Endpoint destination, Port port) {
        return at(Level.ACCIDENT).ask(source, destination, port);
    }
}
