package dev.tenantmesh.generator.plan.network;

import org.jspecify.annotations.Nullable;

/**
 * Pod ports of one protocol.
 *
 * @param protocol {@code TCP} or {@code UDP}
 * @param first the first port
 * @param last the last port, included; absent: only the first
 */
public record PortRange(
        String protocol, int first, @Nullable Integer last) {

    public static PortRange tcp(int port) {
        return new PortRange("TCP", port, null);
    }

    public static PortRange tcp(int first, int last) {
        return new PortRange("TCP", first, last);
    }

    public static PortRange udp(int port) {
        return new PortRange("UDP", port, null);
    }
}
