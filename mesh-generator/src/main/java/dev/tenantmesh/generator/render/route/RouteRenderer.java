package dev.tenantmesh.generator.render.route;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.ingress.RouterRoutePlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import dev.tenantmesh.model.Spelling;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.openshift.api.model.Route;
import io.fabric8.openshift.api.model.RouteBuilder;
import java.util.List;

/** Prints a Route for each host of a gateway behind the router; plaintext from outside is never answered. */
public final class RouteRenderer implements Renderer {

    private static final int WHOLE_WEIGHT = 100;

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(mesh -> mesh.ingress().routerRoutes())
                .map(route -> (Rendered) new RenderedObject(
                        plan.platform(), print(route), route.heading().entry()))
                .toList();
    }

    private static IntOrString port(String port) {
        return port.chars().allMatch(Character::isDigit)
                ? new IntOrString(Integer.parseInt(port))
                : new IntOrString(port);
    }

    private static Route print(RouterRoutePlan route) {
        return new RouteBuilder()
                .withMetadata(Metadata.of(route.heading()))
                .withNewSpec()
                .withHost(route.heading().name())
                .withNewTo("Service", route.service(), WHOLE_WEIGHT)
                .withNewPort()
                .withTargetPort(port(route.port()))
                .endPort()
                .withNewTls()
                .withTermination(Spelling.of(route.termination()))
                .withInsecureEdgeTerminationPolicy("None")
                .withDestinationCACertificate(route.destinationCertificate())
                .endTls()
                .withWildcardPolicy("None")
                .endSpec()
                .build();
    }
}
