package dev.tenantmesh.report;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.Printable;
import dev.tenantmesh.verifier.diff.Change;
import dev.tenantmesh.verifier.diff.Edge;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Changes of one pair that differ in nothing but how, on one line.
 *
 * @param first one of them
 * @param hows the ways, sorted
 * @param because the lines that decided, sorted
 */
record DiffRows(Change first, SortedSet<String> hows, SortedSet<Origin> because) {

    private static final int MOST_LINES = 3;

    static List<DiffRows> of(List<Change> changes) {
        Map<List<Object>, List<Change>> alike =
                changes.stream().collect(Collectors.groupingBy(DiffRows::key, LinkedHashMap::new, Collectors.toList()));
        return alike.values().stream().map(DiffRows::row).toList();
    }

    private static List<Object> key(Change change) {
        Edge edge = change.edge();
        return List.of(change.kind(), edge.topic(), edge.source(), edge.destination(), edge.by(), change.ports());
    }

    private static DiffRows row(List<Change> alike) {
        SortedSet<String> hows = new TreeSet<>();
        SortedSet<Origin> because = new TreeSet<>();
        for (Change change : alike) {
            hows.add(change.edge().how());
            because.addAll(change.because());
        }
        return new DiffRows(alike.get(0), hows, because);
    }

    String source() {
        return first.edge().source().id();
    }

    String destination() {
        return first.edge().destination().id();
    }

    String how() {
        String by = first.edge().by();
        return String.join("; ", hows) + (by.isEmpty() ? "" : ", " + by);
    }

    /** What may be bound has no ports. */
    String ports() {
        return first.edge().topic() == Edge.Topic.BINDABLE ? "" : first.ports().toString();
    }

    /** The first lines that decided; the others are counted. */
    String lines() {
        String shown = because.stream().limit(MOST_LINES).map(Origin::toString).collect(Collectors.joining(", "));
        int others = because.size() - MOST_LINES;
        return others > 0 ? shown + " and " + others + " more" : shown;
    }

    String text() {
        String sign = switch (first.kind()) {
            case GAINED -> "+ ";
            case LOST -> "- ";
            case LESS_CERTAIN, MORE_CERTAIN -> "~ " + first.kind().written() + ": ";
        };
        String ports = ports().isEmpty() ? "" : ports() + ", ";
        String lines = because.isEmpty() ? "" : " (" + lines() + ")";
        return "  " + sign + Printable.of(source() + " to " + destination() + ": " + topic() + ports + how() + lines);
    }

    private String topic() {
        return first.edge().topic() == Edge.Topic.CONNECTION
                ? ""
                : first.edge().topic().written() + ", ";
    }

    List<String> cells() {
        return List.of(first.kind().written(), source(), destination(), topic() + ports(), how(), lines());
    }
}
