package dev.tenantmesh.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where traffic of the ingress router may arrive; ordered from loose to strict. */
public enum RouterTraffic {
    /** At gateways, and at pods that carry the router label, on their declared plaintext ports. */
    @JsonProperty("labelled-pods")
    LABELLED_PODS,
    /** At gateways only. */
    @JsonProperty("gateways-only")
    GATEWAYS_ONLY,
    /** Nowhere. */
    @JsonProperty("denied")
    DENIED
}
