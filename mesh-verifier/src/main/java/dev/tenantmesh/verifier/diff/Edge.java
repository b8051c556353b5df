package dev.tenantmesh.verifier.diff;

import java.util.Comparator;

/**
 * Who reaches whom in one way.
 *
 * @param topic what reaching means
 * @param source who
 * @param destination whom
 * @param how {@link #PLAINTEXT}, {@link #TUNNEL}, an identity, or what has to be written
 * @param by by way of whom, and for which host; empty if directly
 */
public record Edge(Topic topic, End source, End destination, String how, String by) implements Comparable<Edge> {

    /** Without an identity. */
    public static final String PLAINTEXT = "plaintext";

    /** In a tunnel of mutual TLS, whatever the identity. */
    public static final String TUNNEL = "mTLS, in a tunnel";

    /** What is written before an identity. */
    public static final String IDENTITY = "mTLS as ";

    private static final Comparator<Edge> ORDER = Comparator.comparing(Edge::topic)
            .thenComparing(Edge::destination)
            .thenComparing(Edge::source)
            .thenComparing(Edge::by)
            .thenComparing(Edge::how);

    /** What reaching means. */
    public enum Topic {
        /** A connection can be opened. */
        CONNECTION("connection"),
        /** A gateway or router passes it on. */
        RELAYED("relayed"),
        /** More may be bound at a gateway or router. */
        BINDABLE("bindable"),
        /** Nodes or a load balancer take connections for it. */
        PUBLISHED("published");

        private final String written;

        Topic(String written) {
            this.written = written;
        }

        /** Its name in answers. */
        public String written() {
            return written;
        }
    }

    @Override
    public int compareTo(Edge other) {
        return ORDER.compare(this, other);
    }

    Edge from(End other) {
        return new Edge(topic, other, destination, how, by);
    }

    Edge to(End other) {
        return new Edge(topic, source, other, how, by);
    }
}
