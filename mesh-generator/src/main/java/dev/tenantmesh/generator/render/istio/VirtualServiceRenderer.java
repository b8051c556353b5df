package dev.tenantmesh.generator.render.istio;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.ingress.GatewayPlan;
import dev.tenantmesh.generator.plan.ingress.GatewayPlan.RoutePlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import dev.tenantmesh.model.tenant.GatewayTls;
import io.fabric8.istio.api.api.networking.v1alpha3.Destination;
import io.fabric8.istio.api.api.networking.v1alpha3.HTTPMatchRequestBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.HTTPRoute;
import io.fabric8.istio.api.api.networking.v1alpha3.HTTPRouteBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.HTTPRouteDestinationBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.PortSelector;
import io.fabric8.istio.api.api.networking.v1alpha3.RouteDestinationBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.StringMatch;
import io.fabric8.istio.api.api.networking.v1alpha3.StringMatchPrefix;
import io.fabric8.istio.api.api.networking.v1alpha3.TLSMatchAttributesBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.TLSRoute;
import io.fabric8.istio.api.api.networking.v1alpha3.TLSRouteBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.VirtualService;
import io.fabric8.istio.api.api.networking.v1alpha3.VirtualServiceBuilder;
import java.util.List;

/** Prints the VirtualService of each gateway, exported to the gateway's namespace only. */
public final class VirtualServiceRenderer implements Renderer {

    private final IstioApi api;

    public VirtualServiceRenderer(IstioApi api) {
        this.api = api;
    }

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(MeshPlan::gateways)
                .map(gateway -> (Rendered) new RenderedObject(
                        plan.platform(),
                        api.virtualService().apply(Metadata.of(gateway.heading()), print(gateway)),
                        gateway.heading().entry()))
                .toList();
    }

    private static VirtualService print(GatewayPlan gateway) {
        VirtualServiceBuilder spec = new VirtualServiceBuilder()
                .withExportTo(".")
                .withGateways(gateway.heading().name())
                .withHosts(gateway.hosts());
        return gateway.tls().mode() == GatewayTls.Mode.PASSTHROUGH
                ? spec.withTls(gateway.routes().stream()
                                .map(route -> tls(gateway, route))
                                .toList())
                        .build()
                : spec.withHttp(gateway.routes().stream()
                                .map(VirtualServiceRenderer::http)
                                .toList())
                        .build();
    }

    private static HTTPRoute http(RoutePlan route) {
        HTTPRouteBuilder printed = new HTTPRouteBuilder()
                .withRoute(new HTTPRouteDestinationBuilder()
                        .withDestination(destination(route))
                        .build());
        if (route.prefix() != null) {
            printed.withMatch(new HTTPMatchRequestBuilder()
                    .withUri(new StringMatch(new StringMatchPrefix(route.prefix())))
                    .build());
        }
        return printed.build();
    }

    private static TLSRoute tls(GatewayPlan gateway, RoutePlan route) {
        return new TLSRouteBuilder()
                .withMatch(new TLSMatchAttributesBuilder()
                        .withSniHosts(gateway.hosts())
                        .build())
                .withRoute(new RouteDestinationBuilder()
                        .withDestination(destination(route))
                        .build())
                .build();
    }

    private static Destination destination(RoutePlan route) {
        return new Destination(route.host(), new PortSelector((long) route.port()), null);
    }
}
