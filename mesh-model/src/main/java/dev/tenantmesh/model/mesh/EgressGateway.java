package dev.tenantmesh.model.mesh;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import dev.tenantmesh.model.gateway.Replicas;
import dev.tenantmesh.model.gateway.Resources;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A gateway by which tenants leave the cluster. It knows who its clients are, lets each only to its own externals, and
 * is the only one whose addresses the outside sees.
 *
 * @param name a Service name, unique in its namespace
 * @param namespace the mesh's own: no tenant's, and no control plane's
 * @param allowedTenants whose externals may go through it
 * @param replicas how many pods; absent: {@link Replicas#DEFAULT}
 * @param resources what each of them uses; absent: {@link Resources#DEFAULT}
 * @see <a href="https://istio.io/latest/docs/tasks/traffic-management/egress/egress-gateway/">egress gateways</a>
 */
@ModelRecord
public record EgressGateway(
        @Syntax(Syntax.Of.SERVICE) String name,
        @Syntax(Syntax.Of.LABEL) String namespace,
        @Syntax(Syntax.Of.LABEL) List<String> allowedTenants,
        @Nullable Replicas replicas,
        @Nullable Resources resources) {

    public EgressGateway {
        allowedTenants = List.copyOf(allowedTenants);
    }

    /** By what externals refer to it: its namespace and its name. */
    public String path() {
        return namespace + "/" + name;
    }
}
