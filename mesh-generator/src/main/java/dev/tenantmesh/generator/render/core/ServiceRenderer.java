package dev.tenantmesh.generator.render.core;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.gateway.GatewayWorkloadPlan;
import dev.tenantmesh.generator.plan.gateway.ServicePlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Networks;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import java.util.List;
import java.util.Map;

/** Prints the Services of gateways. */
public final class ServiceRenderer implements Renderer {

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(MeshPlan::gatewayWorkloads)
                .map(gateway -> (Rendered) new RenderedObject(
                        plan.platform(), print(gateway), gateway.heading().entry()))
                .toList();
    }

    private static Service print(GatewayWorkloadPlan gateway) {
        ServicePlan service = gateway.service();
        return new ServiceBuilder()
                .withMetadata(Metadata.of(gateway.heading(), Networks.labels(gateway, Map.of()), service.annotations())
                        .withNamespace(gateway.heading().namespace())
                        .build())
                .withNewSpec()
                .withType(service.type().word())
                .withExternalTrafficPolicy(service.keepsClientAddress() ? "Local" : null)
                .withLoadBalancerSourceRanges(
                        service.type() == ServicePlan.Type.LOAD_BALANCER ? service.sourceRanges() : List.of())
                .withSelector(gateway.selector())
                .withPorts(service.ports().stream().map(ServiceRenderer::port).toList())
                .endSpec()
                .build();
    }

    private static ServicePort port(ServicePlan.Port port) {
        return new ServicePortBuilder()
                .withName(port.name())
                .withProtocol("TCP")
                .withPort(port.port())
                .withTargetPort(new IntOrString(port.podPort()))
                .build();
    }
}
