package dev.tenantmesh.generator.plan.flow;

import dev.tenantmesh.generator.plan.member.Pods;
import dev.tenantmesh.generator.platform.Peer;
import java.util.List;

/**
 * A peer without an identity that may open connections to pods of the mesh. Only the network layer bounds it.
 *
 * @param client who connects
 * @param server who is connected to, possibly narrowed by more labels than its workload has
 * @param workload every pod of the server's workload
 * @param ports pod ports of the server, sorted
 * @param entry the model entry that allows it
 * @param kind what sort of peer it is
 */
public record PlaintextFlow(Peer client, Pods server, Pods workload, List<Integer> ports, String entry, Kind kind) {

    public PlaintextFlow {
        if (ports.isEmpty()) {
            throw new IllegalArgumentException("A flow without ports would open all of them: " + entry);
        }
        ports = ports.stream().distinct().sorted().toList();
    }

    /** The sorts of peers without an identity. */
    public enum Kind {
        /** Declared by the tenant. */
        PLAINTEXT_CLIENT,
        /** The ingress router. */
        ROUTER,
        /** Granted by the platform. */
        GRANT
    }
}
