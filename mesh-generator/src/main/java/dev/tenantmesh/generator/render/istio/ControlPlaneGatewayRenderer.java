package dev.tenantmesh.generator.render.istio;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.cluster.ControlPlaneGatewayPlan;
import dev.tenantmesh.generator.plan.cluster.ControlPlaneGatewayPlan.Termination;
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
import io.fabric8.istio.api.api.networking.v1alpha3.RouteDestinationBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.Server;
import io.fabric8.istio.api.api.networking.v1alpha3.ServerBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.ServerTLSSettings;
import io.fabric8.istio.api.api.networking.v1alpha3.ServerTLSSettingsBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.ServerTLSSettingsTLSProtocol;
import io.fabric8.istio.api.api.networking.v1alpha3.ServerTLSSettingsTLSmode;
import io.fabric8.istio.api.api.networking.v1alpha3.TLSMatchAttributesBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.TLSRoute;
import io.fabric8.istio.api.api.networking.v1alpha3.TLSRouteBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.TrafficPolicyBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.TrafficPolicyPortTrafficPolicyBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.VirtualService;
import io.fabric8.istio.api.api.networking.v1alpha3.VirtualServiceBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Prints the Gateway and the VirtualService of a gateway before a control plane, and where TLS ends there the
 * DestinationRule by which it goes on.
 */
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
        ObjectMeta metadata = Metadata.of(gateway.heading());
        return Stream.concat(
                Stream.of(
                        api.gateway().apply(metadata, gateway(gateway)),
                        api.virtualService().apply(metadata, routes(gateway))),
                gateway.termination().stream()
                        .map(termination -> api.destinationRule().apply(metadata, onward(gateway, termination))));
    }

    private static Gateway gateway(ControlPlaneGatewayPlan gateway) {
        return new GatewayBuilder()
                .withSelector(gateway.podLabels())
                .withServers(
                        server(gateway, "xds", ControlPlanePorts.XDS),
                        server(gateway, "webhook", ControlPlanePorts.WEBHOOK))
                .build();
    }

    private static Server server(ControlPlaneGatewayPlan gateway, String name, long port) {
        String protocol = gateway.termination().isPresent() ? "HTTPS" : "TLS";
        return new ServerBuilder()
                .withPort(new PortBuilder()
                        .withName(protocol.toLowerCase(Locale.ROOT) + "-" + name)
                        .withNumber(port)
                        .withProtocol(protocol)
                        .build())
                .withHosts(gateway.heading().namespace() + "/" + gateway.host())
                .withTls(gateway.termination()
                        .map(ControlPlaneGatewayRenderer::terminated)
                        .orElseGet(ControlPlaneGatewayRenderer::passedThrough))
                .build();
    }

    private static ServerTLSSettings terminated(Termination termination) {
        return new ServerTLSSettingsBuilder()
                .withMode(ServerTLSSettingsTLSmode.SIMPLE)
                .withCredentialName(termination.credentialName())
                .withMinProtocolVersion(ServerTLSSettingsTLSProtocol.TLSV1_2)
                .build();
    }

    private static ServerTLSSettings passedThrough() {
        return new ServerTLSSettingsBuilder()
                .withMode(ServerTLSSettingsTLSmode.PASSTHROUGH)
                .build();
    }

    private static VirtualService routes(ControlPlaneGatewayPlan gateway) {
        VirtualServiceBuilder routes = new VirtualServiceBuilder()
                .withExportTo(".")
                .withGateways(gateway.heading().name())
                .withHosts(gateway.host());
        return gateway.termination().isPresent()
                ? routes.withHttp(
                                route(gateway, ControlPlanePorts.XDS, ControlPlanePorts.XDS),
                                route(gateway, ControlPlanePorts.WEBHOOK, ControlPlanePorts.WEBHOOK_SERVICE))
                        .build()
                : routes.withTls(
                                byName(gateway, ControlPlanePorts.XDS, ControlPlanePorts.XDS),
                                byName(gateway, ControlPlanePorts.WEBHOOK, ControlPlanePorts.WEBHOOK_SERVICE))
                        .build();
    }

    private static TLSRoute byName(ControlPlaneGatewayPlan gateway, long port, long to) {
        return new TLSRouteBuilder()
                .withMatch(new TLSMatchAttributesBuilder()
                        .withPort(port)
                        .withSniHosts(gateway.host())
                        .build())
                .withRoute(new RouteDestinationBuilder()
                        .withDestination(new Destination(gateway.service(), new PortSelector(to), null))
                        .build())
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
    private static DestinationRule onward(ControlPlaneGatewayPlan gateway, Termination termination) {
        ClientTLSSettings tls = new ClientTLSSettingsBuilder()
                .withMode(ClientTLSSettingsTLSmode.SIMPLE)
                .withCredentialName(termination.caCredentialName())
                .withSni(termination.serverName())
                .withSubjectAltNames(termination.serverName())
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
