package dev.tenantmesh.generator.render.istio;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.visibility.SidecarPlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.istio.api.api.networking.v1alpha3.IstioEgressListenerBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.OutboundTrafficPolicyMode;
import io.fabric8.istio.api.api.networking.v1alpha3.Sidecar;
import io.fabric8.istio.api.api.networking.v1alpha3.SidecarBuilder;
import java.util.List;

/** Prints Sidecars: one listener for all outbound traffic, and what is to be known behind it. */
public final class SidecarRenderer implements Renderer {

    private final IstioApi api;

    public SidecarRenderer(IstioApi api) {
        this.api = api;
    }

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(MeshPlan::sidecars)
                .map(sidecar -> (Rendered) new RenderedObject(
                        plan.platform(),
                        api.sidecar().apply(Metadata.of(sidecar.heading()), print(sidecar)),
                        sidecar.heading().entry()))
                .toList();
    }

    private static Sidecar print(SidecarPlan sidecar) {
        SidecarBuilder spec = new SidecarBuilder()
                .withEgress(new IstioEgressListenerBuilder()
                        .withHosts(sidecar.hosts())
                        .build())
                .withNewOutboundTrafficPolicy()
                .withMode(OutboundTrafficPolicyMode.valueOf(sidecar.egress().name()))
                .endOutboundTrafficPolicy();
        if (!sidecar.podLabels().isEmpty()) {
            spec.withNewWorkloadSelector().withLabels(sidecar.podLabels()).endWorkloadSelector();
        }
        return spec.build();
    }
}
