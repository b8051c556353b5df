package dev.tenantmesh.generator.render.istio;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.ingress.GatewayPlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import dev.tenantmesh.model.Spelling;
import dev.tenantmesh.model.gateway.GatewayTls;
import io.fabric8.istio.api.api.networking.v1alpha3.Gateway;
import io.fabric8.istio.api.api.networking.v1alpha3.GatewayBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.Port;
import io.fabric8.istio.api.api.networking.v1alpha3.PortBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.Server;
import io.fabric8.istio.api.api.networking.v1alpha3.ServerBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.ServerTLSSettings;
import io.fabric8.istio.api.api.networking.v1alpha3.ServerTLSSettingsBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.ServerTLSSettingsTLSProtocol;
import io.fabric8.istio.api.api.networking.v1alpha3.ServerTLSSettingsTLSmode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints Gateways of Istio's own API: every host names the namespace whose routes may bind it. */
public final class GatewayRenderer implements Renderer {

    private static final long HTTP = 80;
    private static final long HTTPS = 443;
    private static final String ANY_HOST = "*";

    private final IstioApi api;

    public GatewayRenderer(IstioApi api) {
        this.api = api;
    }

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(mesh -> mesh.ingress().gateways())
                .map(gateway -> (Rendered) new RenderedObject(
                        plan.platform(),
                        api.gateway().apply(Metadata.of(gateway.heading()), print(gateway)),
                        gateway.heading().entry()))
                .toList();
    }

    private static Gateway print(GatewayPlan gateway) {
        return new GatewayBuilder()
                .withSelector(gateway.podLabels())
                .withServers(gateway.servers().stream()
                        .map(server -> server(gateway.heading().namespace(), server))
                        .toList())
                .build();
    }

    private static Server server(String namespace, GatewayPlan.Server server) {
        List<String> hosts = server.hosts().isEmpty() ? List.of(ANY_HOST) : server.hosts();
        return new ServerBuilder()
                .withPort(port(server))
                .withHosts(hosts.stream().map(host -> namespace + "/" + host).toList())
                .withTls(tls(server.tls()))
                .build();
    }

    private static Port port(GatewayPlan.Server server) {
        GatewayTls tls = server.tls();
        String terminated = tls != null && tls.mode() == GatewayTls.Mode.PASSTHROUGH ? "TLS" : "HTTPS";
        return new PortBuilder()
                .withName(server.name())
                .withNumber(tls == null ? HTTP : HTTPS)
                .withProtocol(tls == null ? "HTTP" : terminated)
                .build();
    }

    private static @Nullable ServerTLSSettings tls(@Nullable GatewayTls tls) {
        if (tls == null) {
            return null;
        }
        ServerTLSSettingsBuilder settings = new ServerTLSSettingsBuilder()
                .withMode(ServerTLSSettingsTLSmode.valueOf(tls.mode().name()));
        if (tls.mode() != GatewayTls.Mode.PASSTHROUGH) {
            settings.withCredentialName(tls.credentialName())
                    .withMinProtocolVersion(
                            ServerTLSSettingsTLSProtocol.valueOf(tls.least().name()))
                    .withMaxProtocolVersion(
                            tls.maxProtocolVersion() == null
                                    ? null
                                    : ServerTLSSettingsTLSProtocol.valueOf(
                                            tls.maxProtocolVersion().name()))
                    .withCipherSuites(
                            tls.cipherSuites().stream().map(Spelling::of).toList());
        }
        return settings.build();
    }
}
