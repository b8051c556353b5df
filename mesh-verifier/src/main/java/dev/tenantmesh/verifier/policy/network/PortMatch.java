package dev.tenantmesh.verifier.policy.network;

import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import org.jspecify.annotations.Nullable;

/**
 * Ports that a rule names: a range of one protocol, or whatever port the destination's containers call by a name.
 *
 * @param protocol the protocol
 * @param first the first port
 * @param last the last port, included
 * @param name the containers' name for it; null for a range
 */
public record PortMatch(
        Port.Protocol protocol,
        int first,
        int last,
        @Nullable String name) {

    private static final int LAST_PORT = 65_535;

    /** Every port of a protocol. */
    public static PortMatch all(Port.Protocol protocol) {
        return new PortMatch(protocol, 1, LAST_PORT, null);
    }

    public static PortMatch range(Port.Protocol protocol, int first, int last) {
        return new PortMatch(protocol, first, last, null);
    }

    public static PortMatch named(Port.Protocol protocol, String name) {
        return new PortMatch(protocol, 0, 0, name);
    }

    /**
     * Whether it covers a port of a destination.
     *
     * @param destination whose containers give names; null outside the cluster, where there are none
     */
    public boolean covers(Port port, @Nullable Pod destination) {
        if (port.protocol() != protocol) {
            return false;
        }
        if (name == null) {
            return first <= port.number() && port.number() <= last;
        }
        return destination != null
                && destination.ports().stream()
                        .anyMatch(declared ->
                                declared.name().equals(name) && declared.port().equals(port));
    }
}
