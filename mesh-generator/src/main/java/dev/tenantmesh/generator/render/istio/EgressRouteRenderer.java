package dev.tenantmesh.generator.render.istio;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.egress.EgressRoutePlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.istio.api.api.networking.v1alpha3.Destination;
import io.fabric8.istio.api.api.networking.v1alpha3.HTTPMatchRequestBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.HTTPRouteBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.HTTPRouteDestinationBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.L4MatchAttributesBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.PortSelector;
import io.fabric8.istio.api.api.networking.v1alpha3.RouteDestination;
import io.fabric8.istio.api.api.networking.v1alpha3.RouteDestinationBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.TCPRouteBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.TLSMatchAttributesBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.TLSRouteBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.VirtualService;
import io.fabric8.istio.api.api.networking.v1alpha3.VirtualServiceBuilder;
import java.util.List;

/** Prints the VirtualServices of both hops by egress gateways, each known in its own namespace only. */
public final class EgressRouteRenderer implements Renderer {

    private final IstioApi api;

    public EgressRouteRenderer(IstioApi api) {
        this.api = api;
    }

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(MeshPlan::egressRoutes)
                .map(route -> (Rendered) new RenderedObject(
                        plan.platform(),
                        api.virtualService().apply(Metadata.of(route.heading()), print(route)),
                        route.heading().entry()))
                .toList();
    }

    private static VirtualService print(EgressRoutePlan route) {
        VirtualServiceBuilder spec = new VirtualServiceBuilder()
                .withExportTo(".")
                .withGateways(route.gateway())
                .withHosts(route.host());
        return switch (route.protocol()) {
            case HTTP -> http(spec, route);
            case TLS -> tls(spec, route);
            case TCP -> tcp(spec, route);
        };
    }

    private static VirtualService http(VirtualServiceBuilder spec, EgressRoutePlan route) {
        return spec.withHttp(new HTTPRouteBuilder()
                        .withMatch(new HTTPMatchRequestBuilder()
                                .withPort((long) route.port())
                                .build())
                        .withRoute(new HTTPRouteDestinationBuilder()
                                .withDestination(destination(route))
                                .build())
                        .build())
                .build();
    }

    private static VirtualService tls(VirtualServiceBuilder spec, EgressRoutePlan route) {
        return spec.withTls(new TLSRouteBuilder()
                        .withMatch(new TLSMatchAttributesBuilder()
                                .withPort((long) route.port())
                                .withSniHosts(route.host())
                                .build())
                        .withRoute(to(route))
                        .build())
                .build();
    }

    private static VirtualService tcp(VirtualServiceBuilder spec, EgressRoutePlan route) {
        return spec.withTcp(new TCPRouteBuilder()
                        .withMatch(new L4MatchAttributesBuilder()
                                .withPort((long) route.port())
                                .build())
                        .withRoute(to(route))
                        .build())
                .build();
    }

    private static RouteDestination to(EgressRoutePlan route) {
        return new RouteDestinationBuilder().withDestination(destination(route)).build();
    }

    private static Destination destination(EgressRoutePlan route) {
        return new Destination(
                route.to(),
                new PortSelector((long) route.toPort()),
                route.subset().isEmpty() ? null : route.subset());
    }
}
