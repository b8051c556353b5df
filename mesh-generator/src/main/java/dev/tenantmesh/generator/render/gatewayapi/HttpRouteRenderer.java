package dev.tenantmesh.generator.render.gatewayapi;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.gatewayapi.ApiRoutePlan;
import dev.tenantmesh.generator.plan.ingress.RouteTarget;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPBackendRefBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPPathMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteMatchBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRuleBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ParentReference;
import java.util.List;
import java.util.Objects;

/** Prints HTTPRoutes, with what the API server would add by itself written out, so that no tool sees a difference. */
public final class HttpRouteRenderer implements Renderer {

    private static final String EVERYTHING = "/";

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(mesh -> mesh.gatewayApi().routes())
                .filter(route -> !route.byServerName())
                .map(route -> (Rendered) new RenderedObject(
                        plan.platform(), print(route), route.heading().entry()))
                .toList();
    }

    private static HTTPRoute print(ApiRoutePlan route) {
        return new HTTPRouteBuilder()
                .withMetadata(Metadata.of(route.heading()))
                .withNewSpec()
                .withParentRefs(new ParentReference(
                        ApiGatewayRenderer.GROUP,
                        "Gateway",
                        route.gateway(),
                        route.gatewayNamespace(),
                        null,
                        route.listener()))
                .withHostnames(route.hosts())
                .withRules(route.targets().stream().map(HttpRouteRenderer::rule).toList())
                .endSpec()
                .build();
    }

    private static HTTPRouteRule rule(RouteTarget to) {
        String prefix = Objects.requireNonNullElse(to.prefix(), EVERYTHING);
        return new HTTPRouteRuleBuilder()
                .withMatches(new HTTPRouteMatchBuilder()
                        .withPath(new HTTPPathMatch("PathPrefix", prefix))
                        .build())
                .withBackendRefs(new HTTPBackendRefBuilder()
                        .withGroup("")
                        .withKind("Service")
                        .withNamespace(to.namespace())
                        .withName(to.service())
                        .withPort(to.port())
                        .withWeight(1)
                        .build())
                .build();
    }
}
