package dev.tenantmesh.verifier.policy.mesh;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A server of an Istio Gateway, or a listener of a Gateway of the Gateway API: a port that gateway pods listen on.
 *
 * @param api whose it is
 * @param namespace of the Gateway
 * @param gateway its name
 * @param section the name of the listener; empty for a server
 * @param pods which gateway pods
 * @param home the only namespace whose pods are meant; empty: whatever namespace they are in
 * @param port of the Service that leads to them; of the pod itself if no Service has it
 * @param protocol what is spoken on it, as written
 * @param tls its TLS mode; empty for a server without TLS
 * @param hosts what it serves, as written
 * @param bindings for each host whose routes may bind it
 * @param origin where it was written
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/gateway/#Server">Server</a>
 * @see <a href="https://gateway-api.sigs.k8s.io/api-types/gateway/">Gateway</a>
 */
public record GatewayServer(
        Api api,
        String namespace,
        String gateway,
        String section,
        LabelSelector pods,
        Optional<String> home,
        int port,
        String protocol,
        String tls,
        List<String> hosts,
        List<Binding> bindings,
        Origin origin) {

    private static final Set<String> PASSTHROUGH = Set.of("PASSTHROUGH", "AUTO_PASSTHROUGH");
    private static final Set<String> REQUESTS = Set.of("HTTP", "HTTP2", "GRPC", "GRPC-WEB", "HTTPS");

    /** Whose object makes it. */
    public enum Api {
        ISTIO,
        GATEWAY_API
    }

    /**
     * Whose routes may bind a host.
     *
     * @param host the host; {@code *} for any, {@code *.domain} for those of a domain
     * @param namespaces which namespaces' routes
     * @param kinds which kinds of routes; none: all that fit
     */
    public record Binding(String host, LabelSelector namespaces, Set<String> kinds) {

        public Binding {
            host = host.toLowerCase(Locale.ROOT);
            kinds = Set.copyOf(kinds);
        }
    }

    public GatewayServer {
        hosts = List.copyOf(hosts);
        bindings = List.copyOf(bindings);
    }

    /** Whether a pod is one of those that it is for. */
    public boolean selects(Pod pod) {
        return pods.selects(pod.labels())
                && home.map(pod.namespace().name()::equals).orElse(true);
    }

    /** Whether it asks for a mesh identity. */
    public boolean isMutual() {
        return tls.equals("ISTIO_MUTUAL");
    }

    /** Whether TLS ends only where it leads to, so that whoever connects is known there as who they are. */
    public boolean isPassthrough() {
        return PASSTHROUGH.contains(tls);
    }

    /** Whether it leads to every Service that a client names, and asks no AuthorizationPolicy. */
    public boolean isAutomatic() {
        return tls.equals("AUTO_PASSTHROUGH");
    }

    /** Whether it looks at requests, and not only at bytes. */
    public boolean takesRequests() {
        return REQUESTS.contains(protocol.toUpperCase(Locale.ROOT)) && !isPassthrough();
    }

    /** Whether it hands bytes on as they come, which may be a client's own TLS. */
    public boolean carriesBytes() {
        return tls.isEmpty() && !takesRequests();
    }

    /** How messages call it. */
    public String id() {
        return "Gateway " + namespace + "/" + gateway;
    }
}
