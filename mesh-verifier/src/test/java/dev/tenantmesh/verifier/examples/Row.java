package dev.tenantmesh.verifier.examples;

import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.Endpoint;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A row of EXPECTED.md, or a part of one.
 *
 * @param number its number
 * @param from the sources it speaks of
 * @param to the destinations
 * @param ports the destinations' ports
 * @param how the ways that it opens; none if it says nothing
 * @param certainty how certain they are: {@code MAYBE} where the row also names a host, which no connection shows
 * @param but the rows to which one that says nothing makes way
 */
record Row(
        int number,
        Predicate<Endpoint> from,
        Predicate<Endpoint> to,
        Ports ports,
        Predicate<Way> how,
        Truth certainty,
        Set<Integer> but) {

    static Row row(int number, Predicate<Endpoint> from, Predicate<Endpoint> to) {
        return new Row(number, from, to, Ports.ANY, Row::closed, Truth.NO, Set.of());
    }

    Row on(int... tcp) {
        return on(Ports.tcp(tcp));
    }

    Row on(Ports others) {
        return new Row(number, from, to, others, how, certainty, but);
    }

    Row opens(Predicate<Way> ways) {
        return new Row(number, from, to, ports, ways, Truth.YES, but);
    }

    /** Opens these ways to whoever asks for the right host. */
    Row opensForAHost(Predicate<Way> ways) {
        return new Row(number, from, to, ports, ways, Truth.MAYBE, but);
    }

    Row nothing(Integer... butRows) {
        return new Row(number, from, to, ports, Row::closed, Truth.NO, Set.of(butRows));
    }

    private static boolean closed(Way way) {
        return false;
    }

    boolean isOpen() {
        return certainty.isPossible();
    }

    boolean speaksOf(Endpoint source, Endpoint destination) {
        return from.test(source) && to.test(destination);
    }

    boolean opens(Passage passage) {
        return isOpen()
                && speaksOf(passage.source(), passage.destination())
                && ports.contain(passage.ports())
                && how.test(passage.way());
    }

    boolean forbids(Passage passage) {
        return !isOpen() && speaksOf(passage.source(), passage.destination()) && ports.meet(passage.ports());
    }
}
