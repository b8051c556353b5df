package dev.tenantmesh.generator.render.route;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.ingress.GatewayPlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.openshift.api.model.Route;
import io.fabric8.openshift.api.model.RouteBuilder;
import java.util.List;

/** Prints a Route for each host of a gateway behind the router; TLS ends at the gateway. */
public final class RouteRenderer implements Renderer {

    private static final int WHOLE_WEIGHT = 100;

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(MeshPlan::gateways)
                .filter(GatewayPlan::routerRoutes)
                .flatMap(gateway -> gateway.hosts().stream().map(host -> (Rendered) new RenderedObject(
                        plan.platform(), print(gateway, host), gateway.heading().entry())))
                .toList();
    }

    private static Route print(GatewayPlan gateway, String host) {
        Heading of = gateway.heading();
        Heading heading = new Heading(
                of.namespace(),
                host,
                of.mesh(),
                of.tenant(),
                of.entry(),
                "the router passes TLS through to gateway " + of.name());
        return new RouteBuilder()
                .withMetadata(Metadata.of(heading))
                .withNewSpec()
                .withHost(host)
                .withNewTo("Service", of.name(), WHOLE_WEIGHT)
                .withNewPort()
                .withTargetPort(new IntOrString("https"))
                .endPort()
                .withNewTls()
                .withTermination("passthrough")
                .withInsecureEdgeTerminationPolicy("None")
                .endTls()
                .withWildcardPolicy("None")
                .endSpec()
                .build();
    }
}
