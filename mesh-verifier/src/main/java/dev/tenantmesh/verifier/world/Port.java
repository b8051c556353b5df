package dev.tenantmesh.verifier.world;

import java.util.Locale;
import java.util.Optional;

/**
 * A port of a pod, after every Service was resolved.
 *
 * @param protocol its protocol
 * @param number 1 to 65535
 */
public record Port(Protocol protocol, int number) {

    /** The protocols that policies know. */
    public enum Protocol {
        TCP,
        UDP,
        SCTP
    }

    public Port {
        if (number < 1 || number > 65_535) {
            throw new IllegalArgumentException("A port is between 1 and 65535: " + number);
        }
    }

    public static Port tcp(int number) {
        return new Port(Protocol.TCP, number);
    }

    /** The port written {@code tcp/8080}; empty if it is none. */
    public static Optional<Port> parse(String written) {
        int slash = written.indexOf('/');
        try {
            Protocol protocol =
                    Protocol.valueOf(written.substring(0, Math.max(0, slash)).toUpperCase(Locale.ROOT));
            return Optional.of(new Port(protocol, Integer.parseInt(written.substring(slash + 1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public boolean isTcp() {
        return protocol == Protocol.TCP;
    }

    @Override
    public String toString() {
        return protocol.name().toLowerCase(Locale.ROOT) + "/" + number;
    }
}
