package dev.tenantmesh.verifier.reach.relay;

import dev.tenantmesh.verifier.reach.Verdict;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.List;

/**
 * A destination that is reached by way of relays.
 *
 * @param hosts what has to be asked for
 * @param hops the connections, at least two, each beginning where the one before ends
 */
public record RelayedConnection(List<String> hosts, List<Hop> hops) {

    public RelayedConnection {
        hosts = List.copyOf(hosts);
        hops = List.copyOf(hops);
    }

    /** Who opens the first connection. */
    public Endpoint source() {
        return hops.get(0).source();
    }

    /** Where the last one ends. */
    public Endpoint destination() {
        return last().destination();
    }

    /** On which ports it ends. */
    public PortRange ports() {
        return last().ports();
    }

    /** What the destination sees of the last connection. */
    public Verdict verdict() {
        return last().verdict();
    }

    private Hop last() {
        return hops.get(hops.size() - 1);
    }

    /** Whom it goes through, in their order. */
    public List<Endpoint> through() {
        return hops.stream().skip(1).map(Hop::source).toList();
    }

    /** As certain as the least certain of its connections. */
    public Truth isOpen() {
        return hops.stream().map(Hop::isOpen).reduce(Truth.YES, Truth::and);
    }
}
