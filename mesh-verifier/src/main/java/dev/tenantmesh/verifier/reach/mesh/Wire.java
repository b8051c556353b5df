package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Port;

/**
 * What the network sees of a connection: the port that is asked for, or that of a tunnel of mutual TLS in which the port
 * only is written. A NetworkPolicy that names ports therefore says nothing about what is in the tunnel.
 *
 * @param port the port that the network sees
 * @param isTunnel whether the connection is inside a tunnel
 * @param open whether the destination takes it
 * @see <a href="https://istio.io/latest/docs/ambient/usage/networkpolicy/">Ambient and Kubernetes NetworkPolicy</a>
 */
public record Wire(Port port, boolean isTunnel, Truth open) {

    /** Where proxies take tunnels. */
    public static final Port TUNNEL = Port.tcp(15_008);

    static Wire direct(Port port) {
        return new Wire(port, false, Truth.YES);
    }

    static Wire tunnel(Truth open) {
        return new Wire(TUNNEL, true, open);
    }
}
