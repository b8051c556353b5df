package dev.tenantmesh.model.gateway;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import org.jspecify.annotations.Nullable;

/**
 * Requests and where they go.
 *
 * @param match which requests; absent: all
 * @param to where
 */
@ModelRecord
public record Route(@Nullable Match match, Destination to) {

    /**
     * Which requests.
     *
     * @param prefix of the path
     */
    @ModelRecord
    public record Match(@Syntax(Syntax.Of.PATH) String prefix) {}

    /**
     * A service of the tenant whose route it is.
     *
     * @param namespace one of the tenant's namespaces
     * @param service the name of a Service declared there
     * @param port the name of one of its ports
     */
    @ModelRecord
    public record Destination(
            @Syntax(Syntax.Of.LABEL) String namespace,
            @Syntax(Syntax.Of.SERVICE) String service,
            @Syntax(Syntax.Of.PORT_NAME) String port) {}
}
