package dev.tenantmesh.verifier.policy.gatewayapi;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.policy.route.Target;
import dev.tenantmesh.verifier.policy.route.VirtualService.Protocol;
import java.util.List;

/**
 * An HTTPRoute, GRPCRoute, TLSRoute or TCPRoute.
 *
 * @param kind which of them
 * @param namespace where it stands
 * @param name its name
 * @param hosts for which hosts; none: for all
 * @param parents what it attaches to
 * @param targets where it may lead, mirrors included
 * @param origin where it was written
 * @see <a href="https://gateway-api.sigs.k8s.io/api-types/httproute/">HTTPRoute</a>
 */
public record ApiRoute(
        String kind,
        String namespace,
        String name,
        List<String> hosts,
        List<Parent> parents,
        List<Target> targets,
        Origin origin) {

    /** The group of all kinds of routes. */
    public static final String GROUP = "gateway.networking.k8s.io";

    /**
     * What a route attaches to.
     *
     * @param kind {@code Gateway}, or {@code Service} for the proxies of its clients
     * @param namespace where it stands
     * @param name its name
     * @param section the only listener; empty: all
     * @param port the only port; 0: all
     */
    public record Parent(String kind, String namespace, String name, String section, int port) {}

    public ApiRoute {
        hosts = List.copyOf(hosts);
        parents = List.copyOf(parents);
        targets = List.copyOf(targets);
    }

    /** What a listener must understand to take it. */
    public Protocol protocol() {
        return switch (kind) {
            case "TLSRoute" -> Protocol.TLS;
            case "TCPRoute" -> Protocol.TCP;
            default -> Protocol.HTTP;
        };
    }

    /** How messages call it. */
    public String id() {
        return kind + " " + namespace + "/" + name;
    }
}
