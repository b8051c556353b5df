package dev.tenantmesh.verifier.question;

import dev.tenantmesh.verifier.reach.Verdict;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.List;

/**
 * What one end may open to another.
 *
 * @param source who opens
 * @param destination whom to
 * @param openings the ports on which anything may be opened, each range with its verdict; at least one
 */
public record Connection(Endpoint source, Endpoint destination, List<Opening> openings) {

    /**
     * Ports with one verdict.
     *
     * @param ports the ports
     * @param verdict of the first of them, which stands for all
     */
    public record Opening(PortRange ports, Verdict verdict) {}

    public Connection {
        openings = List.copyOf(openings);
    }
}
