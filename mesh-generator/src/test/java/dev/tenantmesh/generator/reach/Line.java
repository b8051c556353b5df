package dev.tenantmesh.generator.reach;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A row of the document.
 *
 * @param but the rows that may open what this one says is closed; empty for a row that opens something
 */
record Line(
        int row,
        boolean opens,
        Predicate<Endpoint> from,
        Predicate<Endpoint> to,
        Predicate<Port> ports,
        Predicate<Mode> how,
        Set<Integer> but) {

    static Line open(
            int row, Predicate<Endpoint> from, Predicate<Endpoint> to, Predicate<Port> ports, Predicate<Mode> how) {
        return new Line(row, true, from, to, ports, how, Set.of());
    }

    static Line nothing(int row, Predicate<Endpoint> from, Predicate<Endpoint> to, Integer... but) {
        return new Line(row, false, from, to, port -> true, mode -> true, Set.of(but));
    }

    /** The same, but for these ports only. */
    Line at(Predicate<Port> some) {
        return new Line(row, opens, from, to, some, how, but);
    }

    boolean covers(Connection connection) {
        return from.test(connection.source())
                && to.test(connection.destination())
                && ports.test(connection.port())
                && how.test(connection.mode());
    }

    /** What of these connections this row calls closed, and no row it makes way for opens. */
    List<Connection> broken(Set<Connection> open, List<Line> lines) {
        return open.stream()
                .filter(connection -> !opens && covers(connection))
                .filter(connection -> lines.stream()
                        .noneMatch(line -> but.contains(line.row()) && line.opens() && line.covers(connection)))
                .toList();
    }
}
