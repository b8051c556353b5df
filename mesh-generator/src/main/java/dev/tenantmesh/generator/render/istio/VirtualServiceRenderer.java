package dev.tenantmesh.generator.render.istio;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.ingress.RoutingPlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.istio.api.api.networking.v1alpha3.Delegate;
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

/** Prints VirtualServices, each exported to the one namespace that needs it. */
public final class VirtualServiceRenderer implements Renderer {

    private final IstioApi api;

    public VirtualServiceRenderer(IstioApi api) {
        this.api = api;
    }

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(mesh -> mesh.ingress().routings())
                .map(routing -> (Rendered) new RenderedObject(
                        plan.platform(),
                        api.virtualService().apply(Metadata.of(routing.heading()), print(routing)),
                        routing.heading().entry()))
                .toList();
    }

    private static VirtualService print(RoutingPlan routing) {
        VirtualServiceBuilder spec =
                new VirtualServiceBuilder().withExportTo(routing.exportTo()).withHosts(routing.hosts());
        if (routing.gateway() != null) {
            spec.withGateways(routing.gateway());
        }
        if (routing.delegate() != null) {
            return spec.withHttp(delegating(routing.delegate())).build();
        }
        return routing.byServerName()
                ? spec.withTls(routing.routes().stream()
                                .map(route -> tls(routing, route))
                                .toList())
                        .build()
                : spec.withHttp(routing.routes().stream()
                                .map(VirtualServiceRenderer::http)
                                .toList())
                        .build();
    }

    private static HTTPRoute delegating(Heading to) {
        return new HTTPRouteBuilder()
                .withDelegate(new Delegate(to.name(), to.namespace()))
                .build();
    }

    private static HTTPRoute http(RoutingPlan.Target route) {
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

    private static TLSRoute tls(RoutingPlan routing, RoutingPlan.Target route) {
        return new TLSRouteBuilder()
                .withMatch(new TLSMatchAttributesBuilder()
                        .withSniHosts(routing.hosts())
                        .build())
                .withRoute(new RouteDestinationBuilder()
                        .withDestination(destination(route))
                        .build())
                .build();
    }

    private static Destination destination(RoutingPlan.Target route) {
        return new Destination(route.host(), new PortSelector((long) route.port()), null);
    }
}
