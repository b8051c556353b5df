package dev.tenantmesh.model.mesh;

import dev.tenantmesh.model.HostPattern;
import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import dev.tenantmesh.model.gateway.GatewayTls;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant that may use a shared gateway.
 *
 * @param tenant its name
 * @param hosts what it may serve here, within its grant: host names, or suffixes beginning with {@code *.}
 * @param tls how connections to its hosts are terminated; absent: as the gateway's
 * @param delegate lets it keep its routes in a namespace of its own; absent: they stand in the gateway's
 */
@ModelRecord
public record AllowedTenant(
        @Syntax(Syntax.Of.LABEL) String tenant,
        @Syntax(Syntax.Of.HOST_PATTERN) List<String> hosts,
        @Nullable GatewayTls tls,
        @Nullable Delegate delegate) {

    public AllowedTenant {
        hosts = List.copyOf(hosts);
    }

    /** Whether it may serve the host. */
    public boolean allowsHost(String host) {
        return hosts.stream().anyMatch(pattern -> HostPattern.matches(pattern, host));
    }

    /**
     * Leave to keep routes in a namespace of the tenant: whoever may write there decides where the gateway sends the
     * requests for the tenant's hosts.
     *
     * @param reason why
     */
    @ModelRecord
    public record Delegate(String reason) {}
}
