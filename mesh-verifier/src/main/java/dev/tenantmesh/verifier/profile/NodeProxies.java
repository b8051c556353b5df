package dev.tenantmesh.verifier.profile;

import dev.tenantmesh.verifier.select.Truth;

/**
 * What a control plane has to do with proxies of nodes (ambient).
 *
 * @param tunnels whether proxies of pods and gateways take and open their tunnels, which is a setting of the installation
 * @param followed whether the cluster's ztunnel is said to follow the control plane
 * @param trusted the namespace whose ztunnel gets certificates for other pods from it; empty: it is not said
 * @param namespace the namespace where ztunnel is said to run; empty: it is not said
 * @see <a href="https://istio.io/latest/docs/ambient/architecture/hbone/">HBONE</a>
 */
public record NodeProxies(Truth tunnels, boolean followed, String trusted, String namespace) {

    /** Nothing is said of them. */
    public static final NodeProxies UNKNOWN = new NodeProxies(Truth.MAYBE, false, "", "");

    /** The same for a control plane that ztunnel follows. */
    public NodeProxies followedIn(String home) {
        return new NodeProxies(tunnels, true, trusted, home);
    }
}
