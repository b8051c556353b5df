package dev.tenantmesh.generator.render.gatewayapi;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.flow.Wires;
import dev.tenantmesh.generator.plan.gatewayapi.WaypointPlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.AllowedRoutesBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ListenerBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.RouteNamespaces;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints waypoints: Gateways that take tunnels for Services of their own namespace, and that no other namespace may use for
 * its own.
 *
 * @see <a href="https://istio.io/latest/docs/ambient/usage/waypoint/">Configure waypoint proxies</a>
 */
public final class WaypointRenderer implements Renderer {

    private static final String CLASS = "istio-waypoint";

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(mesh -> mesh.gatewayApi().waypoints())
                .map(waypoint -> (Rendered) new RenderedObject(
                        plan.platform(), print(waypoint), waypoint.heading().entry()))
                .toList();
    }

    private static Gateway print(WaypointPlan waypoint) {
        Map<String, String> labels = new TreeMap<>(waypoint.labels());
        labels.put("istio.io/waypoint-for", "service");
        return new GatewayBuilder()
                .withMetadata(Metadata.of(waypoint.heading(), labels, Map.of())
                        .withNamespace(waypoint.heading().namespace())
                        .build())
                .withNewSpec()
                .withGatewayClassName(CLASS)
                .withInfrastructure(ApiGatewayRenderer.infrastructure(waypoint.infrastructure()))
                .withListeners(new ListenerBuilder()
                        .withName("mesh")
                        .withPort(Wires.TUNNEL)
                        .withProtocol("HBONE")
                        .withAllowedRoutes(new AllowedRoutesBuilder()
                                .withNamespaces(new RouteNamespaces("Same", null))
                                .build())
                        .build())
                .endSpec()
                .build();
    }
}
