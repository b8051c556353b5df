package dev.tenantmesh.verifier.reach.visible;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.select.Truth;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a proxy is told of a host.
 *
 * @param host the host
 * @param ports the ports that it is told of
 * @param certainty whether it is told of it
 * @param because one sentence without its full stop: the rule that decided
 * @param origin the line of that rule; null for a default
 */
public record Told(
        KnownHost host,
        SortedSet<Integer> ports,
        Truth certainty,
        String because,
        @Nullable Origin origin) {

    public Told {
        ports = Collections.unmodifiableSortedSet(new TreeSet<>(ports));
    }

    static Told certain(KnownHost host, String because, @Nullable Origin origin) {
        return new Told(host, host.ports(), Truth.YES, because, origin);
    }

    static Told not(KnownHost host, String because, @Nullable Origin origin) {
        return new Told(host, Collections.emptySortedSet(), Truth.NO, because, origin);
    }

    /** The same, no more certain than something else. */
    Told butOnly(Truth other) {
        return new Told(host, ports, certainty.and(other), because, origin);
    }

    /** The same for one port. */
    Told on(int port) {
        return new Told(host, new TreeSet<>(Collections.singleton(port)), certainty, because, origin);
    }

    /** Both: more ports, and as certain as the more certain one. */
    Told with(Told other) {
        SortedSet<Integer> both = new TreeSet<>(ports);
        both.addAll(other.ports);
        return new Told(host, both, certainty.or(other.certainty), because, origin);
    }
}
