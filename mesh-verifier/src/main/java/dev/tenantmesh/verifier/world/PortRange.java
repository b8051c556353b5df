package dev.tenantmesh.verifier.world;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Ports of one protocol that nothing tells apart, or that have the same verdict.
 *
 * @param protocol the protocol
 * @param first the first port
 * @param last the last port, included
 */
public record PortRange(Port.Protocol protocol, int first, int last) implements Comparable<PortRange> {

    private static final int END = 65_536;

    /** One port that stands for all of them. */
    public Port representative() {
        return new Port(protocol, first);
    }

    /**
     * Cuts the ports of a protocol where something begins.
     *
     * @param cuts the first ports of whatever is told apart
     */
    public static List<PortRange> cut(Port.Protocol protocol, SortedSet<Integer> cuts) {
        SortedSet<Integer> begins = new TreeSet<>(cuts.subSet(1, END));
        begins.add(1);
        List<PortRange> ranges = new ArrayList<>();
        int begin = 1;
        for (int next : begins.tailSet(2)) {
            ranges.add(new PortRange(protocol, begin, next - 1));
            begin = next;
        }
        ranges.add(new PortRange(protocol, begin, END - 1));
        return ranges;
    }

    /** Whether another one goes on where this one ends. */
    public boolean joins(PortRange next) {
        return protocol == next.protocol && last + 1 == next.first;
    }

    /** Both as one. */
    public PortRange with(PortRange next) {
        return new PortRange(protocol, first, next.last);
    }

    /** Whether a port is among them. */
    public boolean contains(Port port) {
        return protocol == port.protocol() && first <= port.number() && port.number() <= last;
    }

    /** What is left of it without another one, in order. */
    public List<PortRange> without(PortRange other) {
        if (protocol != other.protocol || other.last < first || last < other.first) {
            return List.of(this);
        }
        List<PortRange> rest = new ArrayList<>();
        if (first < other.first) {
            rest.add(new PortRange(protocol, first, other.first - 1));
        }
        if (other.last < last) {
            rest.add(new PortRange(protocol, other.last + 1, last));
        }
        return rest;
    }

    /** One port. */
    public static PortRange of(Port port) {
        return new PortRange(port.protocol(), port.number(), port.number());
    }

    /** Whether it is every port of its protocol. */
    public boolean isWhole() {
        return first == 1 && last == END - 1;
    }

    @Override
    public int compareTo(PortRange other) {
        int byProtocol = protocol.compareTo(other.protocol);
        return byProtocol != 0 ? byProtocol : Integer.compare(first, other.first);
    }

    @Override
    public String toString() {
        String name = protocol.name();
        return isWhole() ? name : name + " " + first + (first == last ? "" : "-" + last);
    }
}
