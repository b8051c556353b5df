package dev.tenantmesh.model.tenant;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import dev.tenantmesh.model.yaml.Elsewhere;
import org.jspecify.annotations.Nullable;

/**
 * A TCP port of a Service.
 *
 * @param name by which edges and routes refer to it; unique in its workload
 * @param port the Service's port
 * @param targetPort the pod's port, as a number, since whoever owns a pod can move a named port; absent: the same
 */
@ModelRecord
@Elsewhere({
    @Elsewhere.Key(
            name = "appProtocol",
            instead =
                    "Write it in the Service itself, which is the tenant's own; nothing that is generated depends on it."),
    @Elsewhere.Key(
            name = "protocol",
            instead = "Ports are TCP: no proxy takes anything else, so that nobody could show an identity there.")
})
public record ServicePort(
        @Syntax(Syntax.Of.PORT_NAME) String name,
        @Syntax(Syntax.Of.PORT) int port,
        @Syntax(Syntax.Of.PORT) @Nullable Integer targetPort) {

    /** The port that NetworkPolicies, PeerAuthentications and AuthorizationPolicies see. */
    public int podPort() {
        return targetPort == null ? port : targetPort;
    }
}
