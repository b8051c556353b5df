package dev.tenantmesh.generator.plan.flow;

import dev.tenantmesh.generator.plan.member.Pods;
import dev.tenantmesh.generator.platform.Peer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pods of the mesh that may open connections to addresses outside the cluster.
 *
 * @param client who connects
 * @param addresses at least one range
 * @param ports ports on the wire, sorted
 * @param entry the model entry that allows it
 * @param reason why, where the tenant says so
 */
public record ExternalFlow(
        Pods client,
        List<Peer.Addresses> addresses,
        List<Integer> ports,
        String entry,
        @Nullable String reason) {

    public ExternalFlow {
        if (addresses.isEmpty() || ports.isEmpty()) {
            throw new IllegalArgumentException("A flow without addresses or ports would open all of them: " + entry);
        }
        addresses = List.copyOf(addresses);
        ports = ports.stream().distinct().sorted().toList();
    }
}
