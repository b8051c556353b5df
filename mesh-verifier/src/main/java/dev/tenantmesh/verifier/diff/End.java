package dev.tenantmesh.verifier.diff;

import dev.tenantmesh.verifier.world.AddressRange;
import java.math.BigInteger;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One end of an edge, as it is called on both sides.
 *
 * @param kind what it is
 * @param owner who owns it: a tenant, else its namespace; {@link #OUTSIDE} or {@link #NODES} for what has none
 * @param namespace its namespace; empty if it has none
 * @param id how people call it
 * @param range its addresses; null unless it is addresses
 */
public record End(
        Kind kind,
        String owner,
        String namespace,
        String id,
        @Nullable AddressRange range) implements Comparable<End> {

    /** The owner of addresses that no pod has. */
    public static final String OUTSIDE = "(outside)";

    /** The owner of processes on nodes. */
    public static final String NODES = "(nodes)";

    private static final Comparator<End> ORDER = Comparator.comparing(End::owner)
            .thenComparing(End::kind)
            .thenComparing(End::version)
            .thenComparing(End::first)
            .thenComparing(End::id);

    /** The kinds of ends. */
    public enum Kind {
        /** Declared pods. */
        POD,
        /** Pods that nobody declared and somebody could make. */
        POSSIBLE,
        /** Whoever may write objects in a namespace. */
        NAMESPACE,
        /** Addresses outside the cluster. */
        ADDRESSES,
        /** Processes on nodes. */
        NODE
    }

    static End ofAddresses(AddressRange range) {
        return new End(Kind.ADDRESSES, OUTSIDE, "", range.toString(), range);
    }

    private int version() {
        return range == null ? 0 : range.version();
    }

    private BigInteger first() {
        return range == null ? BigInteger.ZERO : range.first();
    }

    @Override
    public int compareTo(End other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return id;
    }
}
