package dev.tenantmesh.generator.render.istio;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.egress.ServiceEntryPlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.istio.api.api.networking.v1alpha3.ServiceEntry;
import io.fabric8.istio.api.api.networking.v1alpha3.ServiceEntryBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.ServiceEntryLocation;
import io.fabric8.istio.api.api.networking.v1alpha3.ServiceEntryResolution;
import io.fabric8.istio.api.api.networking.v1alpha3.ServicePort;
import io.fabric8.istio.api.api.networking.v1alpha3.ServicePortBuilder;
import java.util.List;
import java.util.Locale;

/** Prints ServiceEntries, each known in one namespace only. */
public final class ServiceEntryRenderer implements Renderer {

    private final IstioApi api;

    public ServiceEntryRenderer(IstioApi api) {
        this.api = api;
    }

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(MeshPlan::serviceEntries)
                .map(entry -> (Rendered) new RenderedObject(
                        plan.platform(),
                        api.serviceEntry().apply(Metadata.of(entry.heading()), print(entry)),
                        entry.heading().entry()))
                .toList();
    }

    private static ServiceEntry print(ServiceEntryPlan entry) {
        return new ServiceEntryBuilder()
                .withHosts(entry.host())
                .withAddresses(entry.addresses())
                .withPorts(
                        entry.ports().stream().map(ServiceEntryRenderer::port).toList())
                .withLocation(ServiceEntryLocation.MESH_EXTERNAL)
                .withResolution(
                        ServiceEntryResolution.valueOf(entry.resolution().name()))
                .withExportTo(".")
                .build();
    }

    private static ServicePort port(ServiceEntryPlan.Port port) {
        String protocol = port.protocol().name();
        ServicePortBuilder printed = new ServicePortBuilder()
                .withName(protocol.toLowerCase(Locale.ROOT) + "-" + port.number())
                .withNumber((long) port.number())
                .withProtocol(protocol);
        return port.target() == port.number()
                ? printed.build()
                : printed.withTargetPort((long) port.target()).build();
    }
}
