package dev.tenantmesh.model.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The API in which a gateway and its routes are written. */
public enum Api {
    /** Gateway and VirtualService of Istio. */
    @JsonProperty("istio")
    ISTIO,
    /** Gateway and routes of the Kubernetes Gateway API, carried out by Istio. */
    @JsonProperty("gateway-api")
    GATEWAY_API
}
