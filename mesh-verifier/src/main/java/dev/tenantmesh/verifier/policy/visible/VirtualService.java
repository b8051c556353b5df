package dev.tenantmesh.verifier.policy.visible;

import dev.tenantmesh.verifier.select.ExportTo;
import dev.tenantmesh.verifier.select.HostPattern;
import java.util.List;
import java.util.Optional;

/**
 * Where proxies of clients, or gateways, lead what is for some hosts.
 *
 * @param object which object
 * @param hosts the hosts; none: it is a part of others
 * @param gateways which gateways heed it; {@code mesh} for the proxies of pods
 * @param routes where it leads
 * @param parts {@code namespace/name} of those that are parts of it
 * @param answers whether it answers or redirects some requests itself
 * @param exportTo where it is known
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/">VirtualService</a>
 */
public record VirtualService(
        MeshObject object,
        List<HostPattern> hosts,
        List<String> gateways,
        List<Route> routes,
        List<String> parts,
        boolean answers,
        ExportTo exportTo) {

    public VirtualService {
        hosts = List.copyOf(hosts);
        gateways = List.copyOf(gateways);
        routes = List.copyOf(routes);
        parts = List.copyOf(parts);
    }

    /**
     * Where a route leads.
     *
     * @param host the host
     * @param subset a part of it; empty: all of it
     * @param port of its Service; empty: the one that the client asked for
     * @param copy whether only copies of requests are led there
     */
    public record Route(HostPattern host, String subset, Optional<Integer> port, boolean copy) {}

    /** Whether the proxies of pods heed it. */
    public boolean isForPods() {
        return !hosts.isEmpty() && (gateways.isEmpty() || gateways.contains("mesh"));
    }

    /** Whether it has a say in what becomes of connections to a host. */
    public boolean names(String host) {
        return hosts.stream().anyMatch(pattern -> pattern.covers(host));
    }
}
