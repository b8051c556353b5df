package dev.tenantmesh.model.tenant;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import dev.tenantmesh.model.gateway.AutomatedGateway;
import dev.tenantmesh.model.gateway.Replicas;
import dev.tenantmesh.model.gateway.Resources;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A proxy before the Services of an ambient namespace, which understands requests: the control plane makes its pods, and
 * clients whose proxies are on nodes come to a Service through it.
 *
 * @param name of the Gateway, and so of its Deployment, its Service and its service account
 * @param replicas how many pods; absent: 2 to 5
 * @param resources what each pod uses; absent: what Istio's chart gives a gateway
 * @see <a href="https://istio.io/latest/docs/ambient/usage/waypoint/">Configure waypoint proxies</a>
 */
@ModelRecord
public record Waypoint(
        @Syntax(Syntax.Of.SERVICE) String name,
        @Nullable Replicas replicas,
        @Nullable Resources resources) {

    /** The labels that select its pods. */
    public Map<String, String> podLabels() {
        return AutomatedGateway.podLabels(name);
    }
}
