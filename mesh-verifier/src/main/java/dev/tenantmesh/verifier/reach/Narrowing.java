package dev.tenantmesh.verifier.reach;

import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.reach.network.NetworkLayer;
import dev.tenantmesh.verifier.world.Pod;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Says who can be left out when whoever comes to an end, or goes from it, is asked for: what no policy lets through, and
 * pods for which another one answers.
 *
 * @param candidates whom rules name
 * @param behind who is reached through waypoints
 * @param kinds who is like whom
 * @param network what the network says
 * @param relaysBefore the waypoints before a destination
 */
public record Narrowing(
        Candidates candidates,
        BehindWaypoints behind,
        Kinds kinds,
        NetworkLayer network,
        Function<Pod, List<Pod>> relaysBefore) {

    /** The declared pods that a destination may let in; empty if that may be any of them. */
    public Optional<Set<Pod>> sourcesOf(Pod destination) {
        Set<Pod> all = new LinkedHashSet<>();
        for (Pod end : Stream.concat(Stream.of(destination), relaysBefore.apply(destination).stream())
                .toList()) {
            Optional<Set<Pod>> some = candidates.sourcesOf(end);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(some.get());
        }
        return Optional.of(all);
    }

    /** The declared pods that a source may be let out to; empty if that may be any of them. */
    public Optional<Set<Pod>> destinationsOf(Pod source) {
        return candidates.destinationsOf(source).map(named -> {
            Set<Pod> all = new LinkedHashSet<>(named);
            behind.relays().stream()
                    .filter(relay ->
                            !network.end(source, Direction.EGRESS, relay).isClosed())
                    .forEach(relay -> all.addAll(behind.of(relay)));
            return all;
        });
    }

    /**
     * Declared pods of which each that is left out is let in by a destination, or not, just as one of them is; empty if each
     * has to be asked about.
     *
     * @param named namespaces whose pods are to be told apart from others all the same
     */
    public Optional<List<Pod>> kindsInto(Pod destination, Set<String> named) {
        return relaysBefore.apply(destination).isEmpty() ? kinds.into(destination, named) : Optional.empty();
    }
}
