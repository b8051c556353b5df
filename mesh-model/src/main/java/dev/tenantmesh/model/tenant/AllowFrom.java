package dev.tenantmesh.model.tenant;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The server's consent to one client. Inside a tenant it is enough; a client of another tenant must also declare the
 * call.
 *
 * @param tenant the client's tenant; absent: the same
 * @param namespace the client's namespace; absent: the same
 * @param workload the client
 * @param ports names of the server's ports; none: all of them
 */
@ModelRecord
public record AllowFrom(
        @Syntax(Syntax.Of.LABEL) @Nullable String tenant,
        @Syntax(Syntax.Of.LABEL) @Nullable String namespace,
        @Syntax(Syntax.Of.LABEL) String workload,
        @Syntax(Syntax.Of.PORT_NAME) List<String> ports) {

    public AllowFrom {
        ports = List.copyOf(ports);
    }
}
