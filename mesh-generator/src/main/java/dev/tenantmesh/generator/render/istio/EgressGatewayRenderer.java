package dev.tenantmesh.generator.render.istio;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.egress.EgressGatewayPlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.istio.api.api.networking.v1alpha3.Gateway;
import io.fabric8.istio.api.api.networking.v1alpha3.GatewayBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.PortBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.Server;
import io.fabric8.istio.api.api.networking.v1alpha3.ServerBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.ServerTLSSettingsBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.ServerTLSSettingsTLSmode;
import java.util.List;

/** Prints the Gateways of egress gateways: every server demands the mesh's mutual TLS. */
public final class EgressGatewayRenderer implements Renderer {

    private final IstioApi api;

    public EgressGatewayRenderer(IstioApi api) {
        this.api = api;
    }

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(MeshPlan::egressGateways)
                .map(gateway -> (Rendered) new RenderedObject(
                        plan.platform(),
                        api.gateway().apply(Metadata.of(gateway.heading()), print(gateway)),
                        gateway.heading().entry()))
                .toList();
    }

    private static Gateway print(EgressGatewayPlan gateway) {
        String namespace = gateway.heading().namespace();
        return new GatewayBuilder()
                .withSelector(gateway.podLabels())
                .withServers(gateway.servers().stream()
                        .map(server -> server(server, namespace))
                        .toList())
                .build();
    }

    private static Server server(EgressGatewayPlan.Server server, String namespace) {
        return new ServerBuilder()
                .withPort(new PortBuilder()
                        .withName(server.portName())
                        .withNumber((long) server.port())
                        .withProtocol(server.requests() ? "HTTPS" : "TLS")
                        .build())
                .withHosts(namespace + "/" + server.host())
                .withTls(new ServerTLSSettingsBuilder()
                        .withMode(ServerTLSSettingsTLSmode.ISTIO_MUTUAL)
                        .build())
                .build();
    }
}
