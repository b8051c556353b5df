package dev.tenantmesh.verifier.policy.gatewayapi;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.policy.mesh.GatewayServer;
import java.util.List;

/**
 * A Gateway of the Gateway API.
 *
 * @param namespace where it stands
 * @param name its name
 * @param className whose it is
 * @param servers its listeners
 * @param origin where it was written
 * @see <a href="https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/">Gateway API in Istio</a>
 */
public record ApiGateway(String namespace, String name, String className, List<GatewayServer> servers, Origin origin) {

    /** The class whose pods Istio makes and whose listeners it carries out. */
    public static final String ISTIO = "istio";

    /** The class of the proxies that Services are put behind: they forward to whoever is enrolled with them. */
    public static final String WAYPOINT = "istio-waypoint";

    public ApiGateway {
        servers = List.copyOf(servers);
    }

    /** Whether its pods are gateways of Istio. */
    public boolean isOfIstio() {
        return className.equals(ISTIO);
    }

    /** How messages call it. */
    public String id() {
        return "Gateway " + namespace + "/" + name;
    }
}
