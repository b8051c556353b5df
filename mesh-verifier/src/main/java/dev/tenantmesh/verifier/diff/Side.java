package dev.tenantmesh.verifier.diff;

import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.question.Connection;
import dev.tenantmesh.verifier.question.Connectivity;
import dev.tenantmesh.verifier.question.Exposure;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.World;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One set of manifests, with everything that is open by them. */
final class Side {

    private final World world;
    private final Connectivity connectivity;
    private final List<Connection> open;
    private final Set<Pair> known;

    private record Pair(String source, String destination) {

        static Pair of(Connection connection) {
            return new Pair(connection.source().id(), connection.destination().id());
        }
    }

    Side(MeshVerifier verifier, DiffOptions options) {
        this.world = verifier.world();
        this.connectivity = new Connectivity(verifier, options.adversary(), options::neighbours);
        this.open = Stream.concat(
                        connectivity.connections().stream(),
                        connectivity.exposures().stream()
                                .map(Exposure::connections)
                                .flatMap(List::stream))
                .toList();
        this.known = open.stream().map(Pair::of).collect(Collectors.toSet());
    }

    /**
     * What is open on this side, with the answers for the kinds of pods that only the other side tells apart: a pod that
     * nobody declared is none of one side alone.
     */
    Stream<Connection> connections(Side other) {
        Stream<Connection> asked = other.open.stream()
                .filter(connection -> isPossible(connection.source()) || isPossible(connection.destination()))
                .filter(connection -> !known.contains(Pair.of(connection)))
                .flatMap(this::ask);
        return Stream.concat(open.stream(), asked);
    }

    private static boolean isPossible(Endpoint endpoint) {
        return endpoint instanceof Pod pod && pod.isPossible();
    }

    private Stream<Connection> ask(Connection elsewhere) {
        return here(elsewhere.source()).stream()
                .flatMap(source -> here(elsewhere.destination()).stream()
                        .filter(this::hasHome)
                        .flatMap(destination -> connectivity.between(source, destination).stream()));
    }

    /** Without its namespace there is nobody to reach, and no policy of an owner to ask. */
    private boolean hasHome(Endpoint endpoint) {
        return !(endpoint instanceof Pod pod)
                || world.namespace(pod.namespace().name()).isPresent();
    }

    /** Whoever is called so on this side. */
    private List<? extends Endpoint> here(Endpoint elsewhere) {
        if (!(elsewhere instanceof Pod pod)) {
            return List.of(elsewhere);
        }
        if (!pod.isPossible()) {
            return world.podsOf(pod.id());
        }
        Namespace home = world.namespace(pod.namespace().name()).orElse(pod.namespace());
        return List.of(Pod.possible(home, pod.labels(), pod.annotations()));
    }

    Connectivity connectivity() {
        return connectivity;
    }

    World world() {
        return world;
    }

    /** The pods that are declared. */
    SortedSet<String> pods() {
        SortedSet<String> ids = new TreeSet<>();
        world.pods().forEach(pod -> ids.add(pod.id()));
        return ids;
    }
}
