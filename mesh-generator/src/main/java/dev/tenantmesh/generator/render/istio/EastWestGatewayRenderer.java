package dev.tenantmesh.generator.render.istio;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.cluster.EastWestGatewayPlan;
import dev.tenantmesh.generator.plan.cluster.EastWestPlanner;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.istio.api.api.networking.v1alpha3.Gateway;
import io.fabric8.istio.api.api.networking.v1alpha3.GatewayBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.PortBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.ServerBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.ServerTLSSettingsBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.ServerTLSSettingsTLSmode;
import java.util.List;

/**
 * Prints the Gateways of east-west gateways. With {@code AUTO_PASSTHROUGH} hosts are not for routes, and say which Services
 * are let through; no AuthorizationPolicy is asked there.
 */
public final class EastWestGatewayRenderer implements Renderer {

    private final IstioApi api;

    public EastWestGatewayRenderer(IstioApi api) {
        this.api = api;
    }

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(MeshPlan::eastWestGateways)
                .map(gateway -> (Rendered) new RenderedObject(
                        plan.platform(),
                        api.gateway().apply(Metadata.of(gateway.heading()), print(gateway)),
                        gateway.heading().entry()))
                .toList();
    }

    private static Gateway print(EastWestGatewayPlan gateway) {
        return new GatewayBuilder()
                .withSelector(gateway.podLabels())
                .withServers(new ServerBuilder()
                        .withPort(new PortBuilder()
                                .withName("tls")
                                .withNumber((long) EastWestPlanner.PORT)
                                .withProtocol("TLS")
                                .build())
                        .withHosts(gateway.hosts())
                        .withTls(new ServerTLSSettingsBuilder()
                                .withMode(ServerTLSSettingsTLSmode.AUTO_PASSTHROUGH)
                                .build())
                        .build())
                .build();
    }
}
