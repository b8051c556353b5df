package dev.tenantmesh.verifier.question;

import dev.tenantmesh.verifier.reach.Verdict;
import dev.tenantmesh.verifier.reach.relay.RelayedConnection;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Port;
import java.util.List;

/**
 * The answer to one question, with every reason.
 *
 * @param source who would open a connection
 * @param destination whom to
 * @param port on which of the destination's ports
 * @param verdict whether it can by itself, in which ways, and what decided in each layer
 * @param through how it reaches that port by way of gateways and routers, the surest way first
 * @param configured what the source's own proxy does, for each Service that leads there; it is no part of the verdict
 */
public record Explanation(
        Endpoint source,
        Endpoint destination,
        Port port,
        Verdict verdict,
        List<RelayedConnection> through,
        List<Configured> configured) {

    public Explanation {
        through = List.copyOf(through);
        configured = List.copyOf(configured);
    }
}
