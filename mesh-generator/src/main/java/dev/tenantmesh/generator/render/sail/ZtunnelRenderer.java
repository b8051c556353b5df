package dev.tenantmesh.generator.render.sail;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.controlplane.ZtunnelPlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import java.util.List;
import java.util.Map;

/** Prints the one ZTunnel of the cluster; it takes its settings from the control plane that it refers to. */
public final class ZtunnelRenderer implements Renderer {

    private final String version;

    /** @param version one that the operator's release knows, such as {@code v1.30-latest} */
    public ZtunnelRenderer(String version) {
        this.version = version;
    }

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(MeshPlan::ztunnels)
                .map(ztunnel -> (Rendered) new RenderedObject(
                        plan.platform(), print(ztunnel), ztunnel.heading().entry()))
                .toList();
    }

    private Ztunnel print(ZtunnelPlan ztunnel) {
        return new Ztunnel(
                Metadata.of(ztunnel.heading(), Map.of(), Map.of()).build(),
                new Ztunnel.Spec(version, ztunnel.namespace(), new Ztunnel.TargetRef("Istio", ztunnel.controlPlane())));
    }
}
