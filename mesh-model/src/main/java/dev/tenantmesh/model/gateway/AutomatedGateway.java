package dev.tenantmesh.model.gateway;

import java.util.Map;

/**
 * What the control plane calls the parts that it makes of a Gateway of the Gateway API.
 *
 * @see <a href="https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/#automated-deployment">automated
 *     deployment</a>
 */
public final class AutomatedGateway {

    /** The GatewayClass by which Istio knows its Gateways. */
    public static final String CLASS = "istio";

    /** The port on which TLS arrives, of the Service and of the pods: Istio lets them bind it without a privilege. */
    public static final int HTTPS = 443;

    /** The port on which plaintext arrives. */
    public static final int HTTP = 80;

    private static final String NAME_LABEL = "gateway.networking.k8s.io/gateway-name";

    private AutomatedGateway() {}

    /** The name of Deployment, Service and service account. */
    public static String part(String gateway) {
        return gateway + "-" + CLASS;
    }

    /** The labels that select its pods. */
    public static Map<String, String> podLabels(String gateway) {
        return Map.of(NAME_LABEL, gateway);
    }

    /** The port that its pods listen on. */
    public static int podPort(Exposure exposure) {
        return exposure.isPlaintext() ? HTTP : HTTPS;
    }
}
