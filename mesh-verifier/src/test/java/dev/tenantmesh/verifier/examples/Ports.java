package dev.tenantmesh.verifier.examples;

import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.Port.Protocol;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a row says in its column of ports.
 *
 * @param named single ports
 * @param whole protocols of which it means every port
 */
record Ports(Set<Port> named, Set<Protocol> whole) {

    static final Ports ANY = new Ports(Set.of(), EnumSet.allOf(Protocol.class));

    static Ports tcp(int... numbers) {
        return new Ports(
                IntStream.of(numbers).mapToObj(Port::tcp).collect(Collectors.toUnmodifiableSet()),
                EnumSet.noneOf(Protocol.class));
    }

    /** One number for names, which UDP and TCP both resolve. */
    static Ports dns(int number) {
        return new Ports(Set.of(new Port(Protocol.UDP, number), Port.tcp(number)), EnumSet.noneOf(Protocol.class));
    }

    /** The same and whatever is not TCP. */
    Ports andOtherProtocols() {
        return new Ports(named, EnumSet.complementOf(EnumSet.of(Protocol.TCP)));
    }

    /** Whether every port of a range is meant. */
    boolean contain(PortRange range) {
        return whole.contains(range.protocol())
                || (range.first() == range.last() && named.contains(range.representative()));
    }

    /** Whether some port of a range is meant. */
    boolean meet(PortRange range) {
        return whole.contains(range.protocol())
                || named.stream()
                        .anyMatch(port -> port.protocol() == range.protocol()
                                && range.first() <= port.number()
                                && port.number() <= range.last());
    }

    /** Ports that stand for all that are meant. */
    Stream<Port> among(List<PortRange> ranges) {
        return Stream.concat(
                named.stream(),
                ranges.stream()
                        .filter(range -> whole.contains(range.protocol()))
                        .map(PortRange::representative));
    }

    @Override
    public String toString() {
        String every = Arrays.stream(Protocol.values())
                .filter(whole::contains)
                .map(protocol -> "every " + protocol)
                .collect(Collectors.joining(", "));
        return named.stream().map(Port::toString).sorted().collect(Collectors.joining(", ")) + every;
    }
}
