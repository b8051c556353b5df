package dev.tenantmesh.model.tenant;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import dev.tenantmesh.model.gateway.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hosts that a tenant serves through a gateway of the platform team.
 *
 * @param gateway a shared gateway of the tenant's mesh
 * @param hosts the host names, within what the gateway allows the tenant and within the tenant's grant
 * @param routes where requests go, first match first
 * @param namespace where the routes stand, if the gateway delegates them; absent: the gateway's namespace
 */
@ModelRecord
public record SharedGatewayUse(
        @Syntax(Syntax.Of.LABEL) String gateway,
        @Syntax(Syntax.Of.HOST) List<String> hosts,
        List<Route> routes,
        @Syntax(Syntax.Of.LABEL) @Nullable String namespace) {

    public SharedGatewayUse {
        hosts = List.copyOf(hosts);
        routes = List.copyOf(routes);
    }
}
