package dev.tenantmesh.verifier.claim;

import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.question.Connection;
import dev.tenantmesh.verifier.question.Connectivity;
import dev.tenantmesh.verifier.reach.Adversary;
import dev.tenantmesh.verifier.reach.PossiblePods;
import dev.tenantmesh.verifier.reach.Verdict;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What claims are judged by: the answers of the verifier about one set of manifests, at every level. */
public final class Evidence {

    private final MeshVerifier verifier;
    private final Owners owners;
    private final Level level;
    private final PossiblePods possible;
    private final Map<Level, Connectivity> byLevel = new EnumMap<>(Level.class);
    private final Map<Level, Map<Pod, List<Connection>>> incoming = new EnumMap<>(Level.class);

    /**
     * @param owners who owns what
     * @param level what is assumed of them, where a claim does not say otherwise
     */
    public Evidence(MeshVerifier verifier, Owners owners, Level level) {
        this.verifier = verifier;
        this.owners = owners;
        this.level = level;
        this.possible = new PossiblePods(verifier.world(), verifier.policies());
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
        Stream<Pod> declared = verifier.world().pods().stream();
        Stream<Pod> undeclared = verifier.world().namespaces().values().stream()
                .filter(namespace -> mayInclude(party, namespace))
                .flatMap(namespace -> possible.in(namespace).stream());
        return Stream.concat(declared, undeclared).filter(party::includes).toList();
    }

    private static boolean mayInclude(Party party, Namespace namespace) {
        return !(party instanceof Party.Pods pods) || pods.namespaces().contains(namespace.name());
    }

    /** Whoever may come to a pod: declared pods, pods that could be made, nodes and addresses outside. */
    public List<Connection> into(Pod destination, Level wanted) {
        return incoming.getOrDefault(wanted, new ConcurrentHashMap<>())
                .computeIfAbsent(destination, pod -> at(wanted).into(pod));
    }

    /** Where a pod may go: declared pods, pods that could be made, nodes and addresses outside. */
    public List<Connection> outOf(Pod source, Level wanted) {
        return at(wanted).outOf(source);
    }

    /** What becomes of a connection of somebody who behaves. */
    public Verdict behaved(Endpoint source, Endpoint destination, Port port) {
        return at(Level.ACCIDENT).ask(source, destination, port);
    }
}
