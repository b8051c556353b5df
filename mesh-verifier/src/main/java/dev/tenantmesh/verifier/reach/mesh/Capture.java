package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.trace.Step.Layer;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import java.util.Arrays;
import java.util.Set;

/**
 * Whether a connection to a pod goes through its proxy. What passes it by is plaintext, whatever policies say.
 *
 * @param through whether it goes through
 * @param step why; a connection that goes past the proxy is not stopped by it
 * @see <a href="https://istio.io/latest/docs/ops/deployment/application-requirements/">Application requirements</a>
 */
record Capture(boolean through, Step step) {

    private static final String EXCLUDED = "traffic.sidecar.istio.io/excludeInboundPorts";
    private static final String INCLUDED = "traffic.sidecar.istio.io/includeInboundPorts";
    private static final String INTERCEPTION = "sidecar.istio.io/interceptionMode";
    private static final String BYPASS = "ambient.istio.io/bypass-inbound-capture";

    /** The proxy's own ports for metrics, probes and health, which are never redirected. */
    private static final Set<Integer> NEVER = Set.of(15_020, 15_021, 15_090);

    /** Where redirected connections arrive; one that was not redirected is dropped there. */
    private static final Set<Integer> BLACK_HOLES = Set.of(15_001, 15_006);

    /** Whether the proxy itself drops what is sent to its inner ports. */
    static boolean isBlackHole(Enrollment enrollment, Port port) {
        return enrollment.plane() == DataPlane.SIDECAR && port.isTcp() && BLACK_HOLES.contains(port.number());
    }

    static Capture of(Pod pod, Enrollment enrollment, Port port) {
        if (!enrollment.isEnrolled()) {
            return past("no proxy is in front of " + pod.id() + ": " + enrollment.because());
        }
        if (!port.isTcp()) {
            return past("proxies take only TCP");
        }
        if (enrollment.plane() == DataPlane.GATEWAY) {
            return NEVER.contains(port.number())
                    ? past("the port is the gateway's own, for metrics and health")
                    : taken("the gateway listens itself", pod);
        }
        return enrollment.plane() == DataPlane.AMBIENT ? ambient(pod) : sidecar(pod, enrollment, port);
    }

    private static Capture ambient(Pod pod) {
        return "true".equals(pod.annotations().get(BYPASS))
                ? past("the pod says " + BYPASS + ": \"true\"")
                : taken("the proxy of the node takes all TCP", pod);
    }

    private static Capture sidecar(Pod pod, Enrollment enrollment, Port port) {
        if (NEVER.contains(port.number())) {
            return past("the port is the proxy's own, for metrics and health");
        }
        if ("NONE".equals(pod.annotations().get(INTERCEPTION))) {
            return past("the pod says " + INTERCEPTION + ": NONE");
        }
        if (lists(pod.annotations().getOrDefault(EXCLUDED, ""), port)) {
            return past("the pod excludes the port by " + EXCLUDED);
        }
        String included = pod.annotations().getOrDefault(INCLUDED, "*");
        return included.equals("*") || lists(included, port)
                ? taken("the pod's proxy takes the connection, since " + enrollment.because(), pod)
                : past("the pod does not include the port by " + INCLUDED);
    }

    private static boolean lists(String ports, Port port) {
        return Arrays.stream(ports.split(",")).map(String::strip).anyMatch(String.valueOf(port.number())::equals);
    }

    private static Capture past(String because) {
        return new Capture(false, Step.of(Layer.CAPTURE, Truth.YES, because, null));
    }

    private static Capture taken(String because, Pod pod) {
        return new Capture(true, Step.of(Layer.CAPTURE, Truth.YES, because, pod.origin()));
    }
}
