package dev.tenantmesh.generator.plan.controlplane;

import dev.tenantmesh.generator.plan.Heading;

/**
 * The proxies of nodes: one installation for the whole cluster, which follows one control plane.
 *
 * @param heading its name
 * @param namespace the namespace of its pods
 * @param controlPlane the name of the control plane that it follows, which is also its revision
 * @param controlPlaneNamespace where that runs
 * @see <a href="https://istio.io/latest/docs/ambient/architecture/data-plane/">ztunnel</a>
 */
public record ZtunnelPlan(Heading heading, String namespace, String controlPlane, String controlPlaneNamespace) {

    /** Whether its control plane's revision is the one without a name. */
    public boolean followsDefault() {
        return controlPlane.equals("default");
    }
}
