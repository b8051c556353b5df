package dev.tenantmesh.generator.render.gatewayapi;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.gatewayapi.ApiRoutePlan;
import dev.tenantmesh.generator.plan.ingress.RouteTarget;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.BackendRef;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.BackendRefBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ParentReference;
import java.util.List;

/** Prints TLSRoutes: TLS passes through to one Service, and only the host that the client names is seen. */
public final class TlsRouteRenderer implements Renderer {

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(mesh -> mesh.gatewayApi().routes())
                .filter(ApiRoutePlan::byServerName)
                .map(route -> (Rendered) new RenderedObject(
                        plan.platform(), print(route), route.heading().entry()))
                .toList();
    }

    private static TlsRoute print(ApiRoutePlan route) {
        ParentReference parent = new ParentReference(
                ApiGatewayRenderer.GROUP, "Gateway", route.gateway(), route.gatewayNamespace(), null, route.listener());
        List<BackendRef> backends =
                route.targets().stream().map(TlsRouteRenderer::backend).toList();
        return new TlsRoute(
                Metadata.of(route.heading()),
                new TlsRoute.Spec(List.of(parent), route.hosts(), List.of(new TlsRoute.Rule(backends))));
    }

    private static BackendRef backend(RouteTarget to) {
        return new BackendRefBuilder()
                .withGroup("")
                .withKind("Service")
                .withNamespace(to.namespace())
                .withName(to.service())
                .withPort(to.port())
                .withWeight(1)
                .build();
    }
}
