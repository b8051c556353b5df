package dev.tenantmesh.model.tenant;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Service of a workload; the Service object itself stays the tenant's.
 *
 * @param name the Service's name
 * @param ports its TCP ports
 * @param exported whether members of other clusters may call it, as far as they may call it at all; absent: no, it is
 *     only its own cluster's
 */
@ModelRecord
public record Service(
        @Syntax(Syntax.Of.SERVICE) String name,
        List<ServicePort> ports,
        @Nullable Boolean exported) {

    public Service {
        ports = List.copyOf(ports);
    }

    /** Whether members of other clusters may call it. */
    public boolean crossesClusters() {
        return Boolean.TRUE.equals(exported);
    }
}
