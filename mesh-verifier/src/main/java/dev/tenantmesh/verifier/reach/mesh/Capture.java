package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.trace.Step.Layer;
import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.HostProcess;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    /** Whence the node's own processes come to pods whose proxy is that of the node, which does not take them. */
    private static final List<AddressRange> PROBES = List.of(
            AddressRange.ofCidr("169.254.7.127/32").orElseThrow(),
            AddressRange.ofCidr("fd16:9254:7127:1337:ffff:ffff:ffff:ffff/128").orElseThrow());

    /** Whether the proxy itself drops what is sent to its inner ports; where it takes tunnels, their port is one of them. */
    static boolean isBlackHole(Enrollment enrollment, Port port) {
        return switch (enrollment.plane()) {
            case SIDECAR ->
                port.isTcp()
                        && (BLACK_HOLES.contains(port.number())
                                || (port.equals(Wire.TUNNEL) && takesTunnels(enrollment)));
            case AMBIENT -> port.isTcp() && (BLACK_HOLES.contains(port.number()) || port.equals(Wire.TUNNEL));
            case NONE, GATEWAY -> false;
        };
    }

    private static boolean takesTunnels(Enrollment enrollment) {
        return enrollment
                .mesh()
                .filter(mesh -> mesh.nodes().tunnels().isCertain())
                .isPresent();
    }

    static Step blackHole(Port port) {
        String because = port.equals(Wire.TUNNEL)
                ? "the port takes tunnels, and what is in them is for other ports"
                : "the proxy drops what is sent to the port that it redirects to";
        return Step.of(Layer.CAPTURE, Truth.NO, because, null);
    }

    /** A connection that arrives in a tunnel. */
    static Step inTunnel(Pod pod, Enrollment enrollment, Wire wire) {
        String because = wire.open().isCertain()
                ? (enrollment.plane() == DataPlane.SIDECAR ? "the pod's proxy" : "the proxy of the node")
                        + " takes tunnels on " + wire.port() + ", the only port that the network sees"
                : enrollment.plane() == DataPlane.SIDECAR
                        ? "the pod's proxy may take tunnels on " + wire.port()
                                + ", since pods of its mesh have proxies of nodes"
                        : "the proxy of the node may take tunnels, although the pod says " + BYPASS + ": \"true\"";
        return Step.of(Layer.CAPTURE, wire.open(), because, pod.origin());
    }

    /**
     * What the proxy of a node lets pass for being sent by the node itself; empty if the source is somewhere else.
     *
     * @see <a href="https://github.com/istio/istio/blob/1.30.3/cni/README.md">istio-cni</a>
     */
    static Optional<Step> fromOwnNode(Endpoint source) {
        Truth own = isOwnNode(source);
        String because = (own.isCertain() ? "the source is" : "the source may be")
                + " on the pod's own node, whose processes the proxy of the node lets pass";
        return own.isPossible() ? Optional.of(Step.of(Layer.CAPTURE, own, because, null)) : Optional.empty();
    }

    private static Truth isOwnNode(Endpoint source) {
        if (source instanceof External external) {
            boolean probe = PROBES.stream().anyMatch(range -> range.contains(external.range()));
            return Truth.of(probe);
        }
        return source instanceof Pod pod && pod.hostNetwork() ? Truth.MAYBE : Truth.of(source == HostProcess.OWN_NODE);
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

    /** Whether a pod keeps connections from the proxy of its node, but for tunnels, which nobody has to redirect. */
    static boolean isBypassed(Pod pod) {
        return "true".equals(pod.annotations().get(BYPASS));
    }

    private static Capture ambient(Pod pod) {
        return isBypassed(pod)
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
