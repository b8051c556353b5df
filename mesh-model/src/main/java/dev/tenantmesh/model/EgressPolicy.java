package dev.tenantmesh.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How tenants leave the cluster. What a proxy does with destinations it does not know is a help for well-behaved
 * clients, never isolation: that is what the egress NetworkPolicies are for.
 *
 * @see <a href="https://istio.io/latest/docs/ops/best-practices/security/">Istio security best practices</a>
 */
public enum EgressPolicy {
    /** Proxies pass on what they do not know. */
    ALLOW_ANY,
    /** Proxies drop what they do not know. */
    REGISTRY_ONLY,
    /** Likewise, and every external goes through an egress gateway. */
    @JsonProperty("gateway")
    GATEWAY;

    /** What proxies are told. */
    public EgressPolicy ofProxies() {
        return this == ALLOW_ANY ? ALLOW_ANY : REGISTRY_ONLY;
    }
}
