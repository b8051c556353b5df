package dev.tenantmesh.generator.render.maistra;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.controlplane.ControlPlanePlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import dev.tenantmesh.generator.render.maistra.ServiceMeshControlPlane.Addon;
import dev.tenantmesh.generator.render.maistra.ServiceMeshControlPlane.Component;
import dev.tenantmesh.generator.render.maistra.ServiceMeshControlPlane.Container;
import dev.tenantmesh.generator.render.maistra.ServiceMeshControlPlane.ControlPlaneRuntime;
import dev.tenantmesh.generator.render.maistra.ServiceMeshControlPlane.DataPlane;
import dev.tenantmesh.generator.render.maistra.ServiceMeshControlPlane.Gateways;
import dev.tenantmesh.generator.render.maistra.ServiceMeshControlPlane.MeshConfig;
import dev.tenantmesh.generator.render.maistra.ServiceMeshControlPlane.Networking;
import dev.tenantmesh.generator.render.maistra.ServiceMeshControlPlane.OpenshiftRoute;
import dev.tenantmesh.generator.render.maistra.ServiceMeshControlPlane.Outbound;
import dev.tenantmesh.generator.render.maistra.ServiceMeshControlPlane.Proxy;
import dev.tenantmesh.generator.render.maistra.ServiceMeshControlPlane.Security;
import dev.tenantmesh.generator.render.maistra.ServiceMeshControlPlane.Spec;
import dev.tenantmesh.generator.render.maistra.ServiceMeshControlPlane.TechPreview;
import dev.tenantmesh.generator.render.maistra.ServiceMeshControlPlane.Tracing;
import dev.tenantmesh.generator.render.maistra.ServiceMeshControlPlane.TrafficControl;
import dev.tenantmesh.generator.render.maistra.ServiceMeshControlPlane.Trust;
import dev.tenantmesh.model.MtlsMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints the smallest ServiceMeshControlPlane that isolation can rest on: the operator makes no NetworkPolicies of its
 * own (they would let every member reach every pod, and the router every labelled one), no Routes, and no add-ons
 * behind open policies. It makes the PeerAuthentication of the mesh from {@code dataPlane.mtls}, and a DestinationRule for
 * every host beside it; with exports private to their namespace that one reaches no member, and proxies choose mutual TLS
 * by themselves where the other side has it.
 *
 * @see <a href="https://github.com/maistra/istio-operator/blob/maistra-2.5/pkg/apis/maistra/conversion/techpreviews_test.go">how
 *     the operator reads techPreview</a>
 */
public final class ServiceMeshControlPlaneRenderer implements Renderer {

    private final String version;

    /** @param version as its {@code spec.version}, such as {@code v2.6} */
    public ServiceMeshControlPlaneRenderer(String version) {
        this.version = version;
    }

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.meshes().stream()
                .map(MeshPlan::controlPlane)
                .filter(ControlPlanePlan::generated)
                .map(controlPlane -> (Rendered) new RenderedObject(
                        plan.platform(),
                        new ServiceMeshControlPlane(Metadata.of(controlPlane.heading()), spec(controlPlane)),
                        controlPlane.heading().entry()))
                .toList();
    }

    private Spec spec(ControlPlanePlan controlPlane) {
        return new Spec(
                version,
                "MultiTenant",
                new Security(
                        false,
                        new Trust(controlPlane.trustDomain()),
                        new DataPlane(true, controlPlane.mtls() == MtlsMode.STRICT)),
                new Proxy(new Networking(
                        new TrafficControl(new Outbound(controlPlane.egress().name())))),
                new Gateways(false, new OpenshiftRoute(false)),
                new Tracing("None"),
                new TreeMap<>(
                        Map.of("grafana", new Addon(false), "kiali", new Addon(false), "prometheus", new Addon(false))),
                new ControlPlaneRuntime(Map.of(
                        "pilot", new Component(new Container(Map.of("PILOT_SCOPE_GATEWAY_TO_NAMESPACE", "true"))))),
                controlPlane.exportsNothing() ? privateExports() : null);
    }

    private static TechPreview privateExports() {
        List<String> own = List.of(".");
        return new TechPreview(new MeshConfig(own, own, own));
    }
}
