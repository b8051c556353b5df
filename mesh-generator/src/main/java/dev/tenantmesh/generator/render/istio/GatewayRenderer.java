package dev.tenantmesh.generator.render.istio;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.ingress.GatewayPlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import dev.tenantmesh.model.tenant.GatewayTls;
import dev.tenantmesh.model.tenant.GatewayTls.ProtocolVersion;
import io.fabric8.istio.api.api.networking.v1alpha3.Gateway;
import io.fabric8.istio.api.api.networking.v1alpha3.GatewayBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.Port;
import io.fabric8.istio.api.api.networking.v1alpha3.PortBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.ServerBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.ServerTLSSettings;
import io.fabric8.istio.api.api.networking.v1alpha3.ServerTLSSettingsBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.ServerTLSSettingsTLSProtocol;
import io.fabric8.istio.api.api.networking.v1alpha3.ServerTLSSettingsTLSmode;
import java.util.List;
import java.util.Objects;

/** Prints Gateways of Istio's own API: every host names the namespace whose routes may bind it. */
public final class GatewayRenderer implements Renderer {

    private static final long HTTPS = 443;

    private final IstioApi api;

    public GatewayRenderer(IstioApi api) {
        this.api = api;
    }

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(MeshPlan::gateways)
                .map(gateway -> (Rendered) new RenderedObject(
                        plan.platform(),
                        api.gateway().apply(Metadata.of(gateway.heading()), print(gateway)),
                        gateway.heading().entry()))
                .toList();
    }

    private static Gateway print(GatewayPlan gateway) {
        String namespace = gateway.heading().namespace();
        return new GatewayBuilder()
                .withSelector(gateway.podLabels())
                .withServers(new ServerBuilder()
                        .withPort(port(gateway.tls()))
                        .withHosts(gateway.hosts().stream()
                                .map(host -> namespace + "/" + host)
                                .toList())
                        .withTls(tls(gateway.tls()))
                        .build())
                .build();
    }

    private static Port port(GatewayTls tls) {
        boolean passes = tls.mode() == GatewayTls.Mode.PASSTHROUGH;
        return new PortBuilder()
                .withName(passes ? "tls" : "https")
                .withNumber(HTTPS)
                .withProtocol(passes ? "TLS" : "HTTPS")
                .build();
    }

    private static ServerTLSSettings tls(GatewayTls tls) {
        ServerTLSSettingsBuilder settings = new ServerTLSSettingsBuilder()
                .withMode(ServerTLSSettingsTLSmode.valueOf(tls.mode().name()));
        if (tls.mode() != GatewayTls.Mode.PASSTHROUGH) {
            ProtocolVersion least = Objects.requireNonNullElse(tls.minProtocolVersion(), ProtocolVersion.TLSV1_2);
            settings.withCredentialName(tls.credentialName())
                    .withMinProtocolVersion(ServerTLSSettingsTLSProtocol.valueOf(least.name()));
        }
        return settings.build();
    }
}
