package dev.tenantmesh.generator.plan.network;

import dev.tenantmesh.generator.platform.Peer;
import java.util.List;

/**
 * One rule of a NetworkPolicy: these peers, on these ports.
 *
 * @param peers at least one, unless the opening is for everyone
 * @param ports at least one
 * @param everyone whether anyone may come, on these ports
 * @param reason why, as one line
 */
public record Opening(List<Peer> peers, List<PortRange> ports, boolean everyone, String reason) {

    public Opening {
        if (peers.isEmpty() != everyone || ports.isEmpty()) {
            throw new IllegalArgumentException("An opening without peers or ports would admit everybody: " + reason);
        }
        peers = List.copyOf(peers);
        ports = List.copyOf(ports);
    }

    /** These peers, on these ports. */
    public static Opening of(List<? extends Peer> peers, List<PortRange> ports, String reason) {
        return new Opening(List.copyOf(peers), ports, false, reason);
    }

    /** Anyone, on these ports. */
    public static Opening toEveryone(List<PortRange> ports, String reason) {
        return new Opening(List.of(), ports, true, reason);
    }
}
