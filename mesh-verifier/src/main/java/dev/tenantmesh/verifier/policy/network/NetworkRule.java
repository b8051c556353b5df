package dev.tenantmesh.verifier.policy.network;

import dev.tenantmesh.model.problem.Origin;
import java.util.List;

/**
 * One rule of a NetworkPolicy.
 *
 * @param peers any of them; none: everybody
 * @param ports any of them; none: every port of every protocol
 * @param origin where it was written
 */
public record NetworkRule(List<Peer> peers, List<PortMatch> ports, Origin origin) {

    public NetworkRule {
        peers = List.copyOf(peers);
        ports = List.copyOf(ports);
    }
}
