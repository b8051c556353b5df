package dev.tenantmesh.verifier.claim.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Ports, written {@code 8080}, {@code tcp/8080}, {@code udp/53}, {@code tcp/8000-8010} or {@code tcp}.
 *
 * @param protocol {@code tcp}, {@code udp} or {@code sctp}
 * @param first the first port
 * @param last the last one
 */
public record Ports(String protocol, int first, int last) {

    private static final String SHAPE = "Ports are written 8080, tcp/8080, udp/53, tcp/8000-8010 or tcp.";

    public Ports {
        if (protocol(protocol).isEmpty() || first < 1 || last > 65_535 || first > last) {
            throw new IllegalArgumentException(SHAPE);
        }
    }

    /** A port of TCP. */
    @JsonCreator
    public static Ports of(int port) {
        return new Ports("tcp", port, port);
    }

    /** Ports written as one value. */
    @JsonCreator
    public static Ports of(String written) {
        int slash = written.indexOf('/');
        String protocol = slash < 0 ? written : written.substring(0, slash);
        String numbers = slash < 0 ? "1-65535" : written.substring(slash + 1);
        if (!numbers.matches("[0-9]{1,5}(-[0-9]{1,5})?")) {
            throw new IllegalArgumentException(SHAPE);
        }
        String[] ends = numbers.split("-", -1);
        return new Ports(protocol, Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
    }

    /** Every port of every protocol. */
    public static List<PortRange> all() {
        return Arrays.stream(Port.Protocol.values())
                .flatMap(protocol -> PortRange.cut(protocol, new TreeSet<>(Collections.<Integer>emptySet())).stream())
                .toList();
    }

    /** The ports, as policies know them. */
    public PortRange range() {
        return new PortRange(protocol(protocol).orElseThrow(), first, last);
    }

    private static Optional<Port.Protocol> protocol(String written) {
        return Arrays.stream(Port.Protocol.values())
                .filter(protocol -> protocol.name().toLowerCase(Locale.ROOT).equals(written))
                .findFirst();
    }
}
