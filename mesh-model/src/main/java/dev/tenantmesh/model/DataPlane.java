package dev.tenantmesh.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where the proxies of pods run. Neither is stricter than the other, so each level simply chooses.
 *
 * @see <a href="https://istio.io/latest/docs/overview/dataplane-modes/">data plane modes</a>
 */
public enum DataPlane {
    /** A proxy in every pod. */
    @JsonProperty("sidecar")
    SIDECAR,
    /** A proxy on every node, ztunnel, which speaks for the pods of the node. */
    @JsonProperty("ambient")
    AMBIENT
}
