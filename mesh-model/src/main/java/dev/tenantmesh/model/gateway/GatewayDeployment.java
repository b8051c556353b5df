package dev.tenantmesh.model.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Who makes the pods and the Service of a gateway of the Gateway API.
 *
 * @see <a href="https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/#deployment-methods">deployment
 *     methods</a>
 */
public enum GatewayDeployment {
    /** The control plane, from the Gateway itself. */
    @JsonProperty("automated")
    AUTOMATED,
    /** Manifests; the Gateway names their Service. */
    @JsonProperty("manual")
    MANUAL
}
