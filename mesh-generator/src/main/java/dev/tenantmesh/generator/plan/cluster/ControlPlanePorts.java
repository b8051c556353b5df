package dev.tenantmesh.generator.plan.cluster;

/**
 * The ports by which a control plane serves other clusters.
 *
 * @see <a href="https://istio.io/latest/docs/ops/deployment/application-requirements/#ports-used-by-istio">ports</a>
 */
public final class ControlPlanePorts {

    /** Configuration and certificates. */
    public static final int XDS = 15_012;

    /** Webhooks, of pods and of gateways before them. */
    public static final int WEBHOOK = 15_017;

    /** Webhooks, of the control plane's own Service. */
    public static final int WEBHOOK_SERVICE = 443;

    private ControlPlanePorts() {}
}
