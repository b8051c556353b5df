package dev.tenantmesh.generator.render.gatewayapi;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.Labels;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.gatewayapi.ApiGatewayPlan;
import dev.tenantmesh.generator.plan.gatewayapi.ApiGatewayPlan.Listener;
import dev.tenantmesh.generator.plan.gatewayapi.ApiRoutePlan;
import dev.tenantmesh.generator.plan.gatewayapi.InfrastructurePlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import dev.tenantmesh.model.gateway.AutomatedGateway;
import dev.tenantmesh.model.gateway.GatewayTls;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.AllowedRoutes;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.AllowedRoutesBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayInfrastructure;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayInfrastructureBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewaySpecAddress;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ListenerBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ListenerTLSConfig;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ListenerTLSConfigBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.RouteNamespaces;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Prints Gateways of the Gateway API. What the control plane makes of one gets labels and annotations of its own: without
 * any, it would take those of the Gateway, and GitOps tools would take its parts for theirs.
 *
 * @see <a href="https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/#resource-attachment-and-scaling">infrastructure</a>
 */
public final class ApiGatewayRenderer implements Renderer {

    /** The group of all kinds. */
    static final String GROUP = "gateway.networking.k8s.io";

    private static final String SERVICE_TYPE = "networking.istio.io/service-type";
    private static final String TERMINATE_MODE = "gateway.istio.io/tls-terminate-mode";
    private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(mesh -> mesh.gatewayApi().gateways())
                .map(gateway -> (Rendered) new RenderedObject(
                        plan.platform(), print(gateway), gateway.heading().entry()))
                .toList();
    }

    private static Gateway print(ApiGatewayPlan gateway) {
        Map<String, String> annotations = new TreeMap<>();
        gateway.infrastructure()
                .ifPresent(made ->
                        annotations.put(SERVICE_TYPE, made.service().type().word()));
        return new GatewayBuilder()
                .withMetadata(Metadata.of(gateway.heading(), gateway.labels(), annotations)
                        .withNamespace(gateway.heading().namespace())
                        .build())
                .withNewSpec()
                .withGatewayClassName(AutomatedGateway.CLASS)
                .withAddresses(gateway.address() == null ? List.of() : List.of(address(gateway.address())))
                .withInfrastructure(gateway.infrastructure()
                        .map(ApiGatewayRenderer::infrastructure)
                        .orElse(null))
                .withListeners(gateway.listeners().stream()
                        .map(ApiGatewayRenderer::listener)
                        .toList())
                .endSpec()
                .build();
    }

    private static GatewaySpecAddress address(String service) {
        return new GatewaySpecAddress("Hostname", service);
    }

    /** What the control plane makes of a Gateway, by reference. */
    static GatewayInfrastructure infrastructure(InfrastructurePlan made) {
        Map<String, String> labels =
                new TreeMap<>(Map.of(Labels.MESH, made.heading().mesh()));
        if (made.heading().tenant() != null) {
            labels.put(Labels.TENANT, made.heading().tenant());
        }
        return new GatewayInfrastructureBuilder()
                .withLabels(labels)
                .withAnnotations(Map.of(Labels.REASON, made.heading().reason()))
                .withNewParametersRef("", "ConfigMap", made.heading().name())
                .build();
    }

    private static io.fabric8.kubernetes.api.model.gatewayapi.v1.Listener listener(Listener listener) {
        boolean plaintext = listener.tls() == null;
        String encrypted = listener.passesThrough() ? "TLS" : "HTTPS";
        return new ListenerBuilder()
                .withName(listener.name())
                .withHostname(listener.host())
                .withPort(plaintext ? AutomatedGateway.HTTP : AutomatedGateway.HTTPS)
                .withProtocol(plaintext ? "HTTP" : encrypted)
                .withTls(tls(listener.tls()))
                .withAllowedRoutes(allowed(listener))
                .build();
    }

    private static @Nullable ListenerTLSConfig tls(@Nullable GatewayTls tls) {
        if (tls == null) {
            return null;
        }
        if (tls.mode() == GatewayTls.Mode.PASSTHROUGH) {
            return new ListenerTLSConfigBuilder().withMode("Passthrough").build();
        }
        ListenerTLSConfigBuilder settings = new ListenerTLSConfigBuilder().withMode("Terminate");
        if (tls.mode() != GatewayTls.Mode.SIMPLE) {
            settings.withOptions(Map.of(TERMINATE_MODE, tls.mode().name()));
        }
        if (tls.credentialName() != null) {
            settings.addNewCertificateRef("", "Secret", tls.credentialName(), null);
        }
        return settings.build();
    }

    private static AllowedRoutes allowed(Listener listener) {
        AllowedRoutesBuilder allowed = new AllowedRoutesBuilder()
                .addNewKind(GROUP, listener.passesThrough() ? ApiRoutePlan.TLS : ApiRoutePlan.HTTP);
        return listener.routes() == null
                ? allowed.withNamespaces(new RouteNamespaces("Same", null)).build()
                : allowed.withNamespaces(new RouteNamespaces(
                                "Selector",
                                new LabelSelectorBuilder()
                                        .addToMatchLabels(NAMESPACE_NAME, listener.routes())
                                        .build()))
                        .build();
    }
}
