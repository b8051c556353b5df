package dev.tenantmesh.model.tenant;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import java.util.List;

/**
 * The client's side of an edge to another tenant.
 *
 * @param from the calling workload; {@code namespace/workload} where the name stands in several namespaces
 * @param to the service called
 */
@ModelRecord
public record Call(@Syntax(Syntax.Of.SCOPED_NAME) String from, To to) {

    /**
     * The service called.
     *
     * @param tenant the server's tenant
     * @param namespace the server's namespace
     * @param service the name of its Service
     * @param ports names of its ports; none: all of them
     */
    @ModelRecord
    public record To(
            @Syntax(Syntax.Of.LABEL) String tenant,
            @Syntax(Syntax.Of.LABEL) String namespace,
            @Syntax(Syntax.Of.SERVICE) String service,
            @Syntax(Syntax.Of.PORT_NAME) List<String> ports) {

        public To {
            ports = List.copyOf(ports);
        }
    }
}
