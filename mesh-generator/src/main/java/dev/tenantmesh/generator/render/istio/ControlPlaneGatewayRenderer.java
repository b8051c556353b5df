package dev.tenantmesh.generator.render.istio;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.cluster.ControlPlaneGatewayPlan;
import dev.tenantmesh.generator.plan.cluster.ControlPlanePorts;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.istio.api.api.networking.v1alpha3.ClientTLSSettings;
import io.fabric8.istio.api.api.networking.v1alpha3.ClientTLSSettingsBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.ClientTLSSettingsTLSmode;
import io.fabric8.istio.api.api.networking.v1alpha3.ConnectionPoolSettingsBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.ConnectionPoolSettingsHTTPSettingsBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.ConnectionPoolSettingsHTTPSettingsH2UpgradePolicy;
import io.fabric8.istio.api.api.networking.v1alpha3.Destination;
import io.fabric8.istio.api.api.networking.v1alpha3.DestinationRule;
import io.fabric8.istio.api.api.networking.v1alpha3.DestinationRuleBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.Gateway;
import io.fabric8.istio.api.api.networking.v1alpha3.GatewayBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.HTTPMatchRequestBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.HTTPRoute;
import io.fabric8.istio.api.api.networking.v1alpha3.HTTPRouteBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.HTTPRouteDestinationBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.PortBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.PortSelector;
import io.fabric8.istio.api.api.networking.v1alpha3.Server;
import io.fabric8.istio.api.api.networking.v1alpha3.ServerBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.ServerTLSSettingsBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.ServerTLSSettingsTLSProtocol;
import io.fabric8.istio.api.api.networking.v1alpha3.ServerTLSSettingsTLSmode;
import io.fabric8.istio.api.api.networking.v1alpha3.TrafficPolicyBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.TrafficPolicyPortTrafficPolicyBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.VirtualService;
import io.fabric8.istio.api.api.networking.v1alpha3.VirtualServiceBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.stream.Stream;

/** Prints the Gateway, the VirtualService and the DestinationRule of a gateway before a control plane. */
public final class ControlPlaneGatewayRenderer implements Renderer {

    private final IstioApi api;

    public ControlPlaneGatewayRenderer(IstioApi api) {
        this.api = api;
    }

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(MeshPlan::controlPlaneGateways)
                .flatMap(gateway -> print(gateway).map(object -> (Rendered) new RenderedObject(
                        plan.platform(), object, gateway.heading().entry())))
                .toList();
    }

    private Stream<HasMetadata> print(ControlPlaneGatewayPlan gateway) {
        return Stream.of(
                api.gateway().apply(Metadata.of(gateway.heading()), gateway(gateway)),
                api.virtualService().apply(Metadata.of(gateway.heading()), routes(gateway)),
                api.destinationRule().apply(Metadata.of(gateway.heading()), onward(gateway)));
    }

    private static Gateway gateway(ControlPlaneGatewayPlan gateway) {
        return new GatewayBuilder()
                .withSelector(gateway.podLabels())
                .withServers(
                        server(gateway, "https-xds", ControlPlanePorts.XDS),
                        server(gateway, "https-webhook", ControlPlanePorts.WEBHOOK))
                .build();
    }

    private static Server server(ControlPlaneGatewayPlan gateway, String name, long port) {
        return new ServerBuilder()
                .withPort(new PortBuilder()
                        .withName(name)
                        .withNumber(port)
                        .withProtocol("HTTPS")
                        .build())
                .withHosts(gateway.heading().namespace() + "/" + gateway.host())
                .withTls(new ServerTLSSettingsBuilder()
                        .withMode(ServerTLSSettingsTLSmode.SIMPLE)
                        .withCredentialName(gateway.credentialName())
                        .withMinProtocolVersion(ServerTLSSettingsTLSProtocol.TLSV1_2)
                        .build())
                .build();
    }

    private static VirtualService routes(ControlPlaneGatewayPlan gateway) {
        return new VirtualServiceBuilder()
                .withExportTo(".")
                .withGateways(gateway.heading().name())
                .withHosts(gateway.host())
                .withHttp(
                        route(gateway, ControlPlanePorts.XDS, ControlPlanePorts.XDS),
                        route(gateway, ControlPlanePorts.WEBHOOK, ControlPlanePorts.WEBHOOK_SERVICE))
                .build();
    }

    private static HTTPRoute route(ControlPlaneGatewayPlan gateway, long port, long to) {
        return new HTTPRouteBuilder()
                .withMatch(new HTTPMatchRequestBuilder().withPort(port).build())
                .withRoute(new HTTPRouteDestinationBuilder()
                        .withDestination(new Destination(gateway.service(), new PortSelector(to), null))
                        .build())
                .build();
    }

    /** Configuration is a stream of gRPC, whatever the proxy takes the port for. */
    private static DestinationRule onward(ControlPlaneGatewayPlan gateway) {
        ClientTLSSettings tls = new ClientTLSSettingsBuilder()
                .withMode(ClientTLSSettingsTLSmode.SIMPLE)
                .withCredentialName(gateway.caCredentialName())
                .withSni(gateway.serverName())
                .withSubjectAltNames(gateway.serverName())
                .build();
        return new DestinationRuleBuilder()
                .withExportTo(".")
                .withHost(gateway.service())
                .withTrafficPolicy(new TrafficPolicyBuilder()
                        .withTls(tls)
                        .withPortLevelSettings(new TrafficPolicyPortTrafficPolicyBuilder()
                                .withPort(new PortSelector((long) ControlPlanePorts.XDS))
                                .withTls(tls)
                                .withConnectionPool(new ConnectionPoolSettingsBuilder()
                                        .withHttp(new ConnectionPoolSettingsHTTPSettingsBuilder()
                                                .withH2UpgradePolicy(
                                                        ConnectionPoolSettingsHTTPSettingsH2UpgradePolicy.UPGRADE)
                                                .build())
                                        .build())
                                .build())
                        .build())
                .build();
    }
}
