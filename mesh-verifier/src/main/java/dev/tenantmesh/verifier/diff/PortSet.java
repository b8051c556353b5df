package dev.tenantmesh.verifier.diff;

import dev.tenantmesh.verifier.world.PortRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Ports as a set: however they were split into ranges, the same ports are the same set.
 *
 * @param ranges in order; none touches the next
 */
public record PortSet(List<PortRange> ranges) implements Comparable<PortSet> {

    /** No port at all. */
    public static final PortSet NONE = new PortSet(List.of());

    public PortSet {
        ranges = joined(ranges);
    }

    /** All ports of some ranges. */
    public static PortSet of(Collection<PortRange> ranges) {
        return ranges.isEmpty() ? NONE : new PortSet(List.copyOf(ranges));
    }

    private static List<PortRange> joined(List<PortRange> ranges) {
        List<PortRange> joined = new ArrayList<>();
        for (PortRange next : ranges.stream().sorted().toList()) {
            PortRange last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.protocol() == next.protocol() && next.first() <= last.last() + 1) {
                int end = Math.max(last.last(), next.last());
                joined.set(joined.size() - 1, new PortRange(last.protocol(), last.first(), end));
            } else {
                joined.add(next);
            }
        }
        return List.copyOf(joined);
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** The ports of either. */
    public PortSet with(PortSet other) {
        List<PortRange> all = new ArrayList<>(ranges);
        all.addAll(other.ranges);
        return of(all);
    }

    /** The ports that the other one does not have. Both are walked through once. */
    public PortSet without(PortSet other) {
        List<PortRange> left = new ArrayList<>();
        int from = 0;
        for (PortRange range : ranges) {
            while (from < other.ranges.size() && isBefore(other.ranges.get(from), range)) {
                from++;
            }
            left.addAll(rest(range, other.ranges, from));
        }
        return of(left);
    }

    private static List<PortRange> rest(PortRange range, List<PortRange> taken, int from) {
        List<PortRange> rest = new ArrayList<>();
        PortRange open = range;
        for (int i = from; i < taken.size() && !isBefore(range, taken.get(i)); i++) {
            List<PortRange> parts = open.without(taken.get(i));
            boolean ends = parts.isEmpty() || parts.get(parts.size() - 1).last() != range.last();
            rest.addAll(ends ? parts : parts.subList(0, parts.size() - 1));
            if (ends) {
                return rest;
            }
            open = parts.get(parts.size() - 1);
        }
        rest.add(open);
        return rest;
    }

    private static boolean isBefore(PortRange one, PortRange other) {
        int byProtocol = one.protocol().compareTo(other.protocol());
        return byProtocol != 0 ? byProtocol < 0 : one.last() < other.first();
    }

    /** The ports of both. */
    public PortSet and(PortSet other) {
        return without(without(other));
    }

    /** Whether all ports of another set are among these. */
    public boolean contains(PortSet other) {
        return other.without(this).isEmpty();
    }

    @Override
    public int compareTo(PortSet other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return ranges.stream().map(PortRange::toString).collect(Collectors.joining(", "));
    }
}
