package dev.tenantmesh.generator.plan.flow;

import dev.tenantmesh.generator.plan.member.Pods;
import dev.tenantmesh.model.tenant.Service;
import java.util.List;

/**
 * Pods of the mesh that may open connections to pods of the mesh, with mutual TLS.
 *
 * @param client who connects
 * @param server who is connected to
 * @param ports pod ports of the server, sorted
 * @param entry the model entry that allows it
 */
public record Flow(Pods client, Pods server, List<Integer> ports, String entry) {

    public Flow {
        if (ports.isEmpty()) {
            throw new IllegalArgumentException("A flow without ports would open all of them: " + entry);
        }
        ports = ports.stream().distinct().sorted().toList();
    }

    /** Whether a Service of the server has a port that ends at one of the flow's. */
    public boolean isReachedThrough(Service service) {
        return service.ports().stream().anyMatch(port -> ports.contains(port.podPort()));
    }
}
