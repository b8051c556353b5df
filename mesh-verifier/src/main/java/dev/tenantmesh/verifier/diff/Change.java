package dev.tenantmesh.verifier.diff;

import dev.tenantmesh.model.problem.Origin;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An edge that is not what it was, on some ports.
 *
 * @param kind what became of it
 * @param edge the edge
 * @param ports on which ports
 * @param because the lines that open it: of the manifests after, or before if it was lost
 */
public record Change(Kind kind, Edge edge, PortSet ports, SortedSet<Origin> because) implements Comparable<Change> {

    private static final Comparator<Change> ORDER =
            Comparator.comparing(Change::edge).thenComparing(Change::kind).thenComparing(Change::ports);

    /** What became of an edge. */
    public enum Kind {
        /** It was impossible and no longer is: a widening. */
        GAINED("gained"),
        /** It is impossible now: a narrowing. */
        LOST("lost"),
        /** It certainly was, and now may be. */
        LESS_CERTAIN("less certain"),
        /** It may have been, and certainly is. */
        MORE_CERTAIN("more certain");

        private final String written;

        Kind(String written) {
            this.written = written;
        }

        /** Its name in answers. */
        public String written() {
            return written;
        }
    }

    public Change {
        because = Collections.unmodifiableSortedSet(new TreeSet<>(because));
    }

    /** Whether more is reached than before. */
    public boolean isWidening() {
        return kind == Kind.GAINED;
    }

    /** The same change on other ports. */
    public Change on(PortSet others) {
        return new Change(kind, edge, others, because);
    }

    Change of(Edge other) {
        return new Change(kind, other, ports, because);
    }

    @Override
    public int compareTo(Change other) {
        return ORDER.compare(this, other);
    }
}
