package dev.tenantmesh.model.capacity;

/**
 * What one proxy reserves of a node, and what it may use.
 *
 * @param requests what the scheduler keeps for it
 * @param limits what it may use
 */
public record ProxySize(Amount requests, Amount limits) {

    /**
     * What an injector gives a sidecar that nobody told it anything about, in the charts of every supported version.
     *
     * @see <a href="https://github.com/istio/istio/blob/master/manifests/charts/istio-control/istio-discovery/values.yaml">
     *     global.proxy.resources</a>
     */
    public static final ProxySize INJECTED = new ProxySize(Amount.of("100m", "128Mi"), Amount.of("2", "1Gi"));
}
