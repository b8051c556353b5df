package dev.tenantmesh.verifier.policy.mesh;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.select.LabelSelector;
import java.util.List;

/**
 * A server of an Istio Gateway: a port that gateway pods listen on.
 *
 * @param namespace of the Gateway
 * @param gateway its name
 * @param pods which gateway pods, in whatever namespace
 * @param port of the Service that leads to them; of the pod itself if no Service has it
 * @param tls its TLS mode; empty for a server without TLS
 * @param hosts what it serves, each with the namespace whose routes may bind it where one is written
 * @param origin where it was written
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/gateway/#Server">Server</a>
 */
public record GatewayServer(
        String namespace, String gateway, LabelSelector pods, int port, String tls, List<String> hosts, Origin origin) {

    public GatewayServer {
        hosts = List.copyOf(hosts);
    }

    /** Whether it asks for a mesh identity. */
    public boolean isMutual() {
        return tls.equals("ISTIO_MUTUAL");
    }

    /** How messages call it. */
    public String id() {
        return "Gateway " + namespace + "/" + gateway;
    }
}
