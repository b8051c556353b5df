package dev.tenantmesh.model.tenant;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import java.util.List;

/**
 * A Service of a workload; the Service object itself stays the tenant's.
 *
 * @param name the Service's name
 * @param ports its TCP ports
 */
@ModelRecord
public record Service(@Syntax(Syntax.Of.SERVICE) String name, List<ServicePort> ports) {

    public Service {
        ports = List.copyOf(ports);
    }
}
