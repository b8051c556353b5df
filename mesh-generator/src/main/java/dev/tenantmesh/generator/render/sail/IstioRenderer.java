package dev.tenantmesh.generator.render.sail;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.Labels;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.controlplane.ControlPlanePlan;
import dev.tenantmesh.generator.render.ClusterValues;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import java.util.List;
import java.util.Map;

/**
 * Prints the smallest Istio resource that isolation can rest on. Discovery selectors keep control planes apart; a
 * Gateway configures only gateway pods of its own namespace. The mutual TLS mode is no setting of this resource, but a
 * PeerAuthentication in the control plane's namespace. The
 * profile {@code ambient} makes it serve proxies of nodes, and those of pods take and open tunnels.
 */
public final class IstioRenderer implements Renderer {

    private static final ObjectMapper VALUES = new ObjectMapper();

    private final String version;
    private final boolean seccomp;

    /**
     * @param version one that the operator's release knows, such as {@code v1.30-latest}
     * @param seccomp whether its schema has a seccomp profile for proxies; without it they take that of their pod
     */
    public IstioRenderer(String version, boolean seccomp) {
        this.version = version;
        this.seccomp = seccomp;
    }

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.meshes().stream()
                .map(MeshPlan::controlPlane)
                .filter(ControlPlanePlan::generated)
                .map(controlPlane -> (Rendered) new RenderedObject(
                        plan.platform(),
                        print(controlPlane),
                        controlPlane.heading().entry()))
                .toList();
    }

    private static List<String> exportTo(ControlPlanePlan controlPlane, String kind) {
        return controlPlane.unexported().contains(kind) ? List.of(".") : List.of();
    }

    private static Object values(ControlPlanePlan controlPlane, Istio.Values values) {
        return controlPlane.cluster().isEmpty()
                ? values
                : ClusterValues.complete(
                        controlPlane, VALUES.convertValue(values, new TypeReference<Map<String, Object>>() {}));
    }

    private Istio print(ControlPlanePlan controlPlane) {
        Istio.MeshConfig meshConfig = new Istio.MeshConfig(
                exportTo(controlPlane, "DestinationRule"),
                exportTo(controlPlane, "Service"),
                exportTo(controlPlane, "VirtualService"),
                List.of(new Istio.Selector(
                        Map.of(Labels.MESH, controlPlane.heading().mesh()))),
                new Istio.OutboundTrafficPolicy(controlPlane.egress().name()),
                controlPlane.trustDomain());
        Istio.Global global =
                seccomp ? new Istio.Global(new Istio.Proxy(new Istio.SeccompProfile("RuntimeDefault"))) : null;
        Istio.Pilot pilot = new Istio.Pilot(
                new Istio.Cni(true),
                Map.of("PILOT_SCOPE_GATEWAY_TO_NAMESPACE", "true"),
                controlPlane.ztunnel().orElse(null));
        String profile = controlPlane.ztunnel().isPresent() ? "ambient" : ClusterValues.profile(controlPlane);
        return new Istio(
                Metadata.of(controlPlane.heading(), Map.of(), Map.of()).build(),
                new Istio.Spec(
                        version,
                        profile.isEmpty() ? null : profile,
                        controlPlane.heading().namespace(),
                        new Istio.UpdateStrategy("InPlace"),
                        values(controlPlane, new Istio.Values(global, meshConfig, pilot))));
    }
}
