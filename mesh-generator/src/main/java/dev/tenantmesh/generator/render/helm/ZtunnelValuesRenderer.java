package dev.tenantmesh.generator.render.helm;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedValues;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.controlplane.ZtunnelPlan;
import dev.tenantmesh.generator.render.Renderer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prints the values of the one ztunnel chart of the cluster: which control plane its proxies ask. */
public final class ZtunnelValuesRenderer implements Renderer {

    private final String chartVersion;

    public ZtunnelValuesRenderer(String chartVersion) {
        this.chartVersion = chartVersion;
    }

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(MeshPlan::ztunnels)
                .map(ztunnel -> (Rendered) print(plan.platform(), ztunnel))
                .toList();
    }

    private RenderedValues print(String platform, ZtunnelPlan ztunnel) {
        String usage = "helm upgrade --install ztunnel istio/ztunnel --version " + chartVersion + " --namespace "
                + ztunnel.namespace() + " --values ztunnel.values.yaml";
        Map<String, Object> values = new TreeMap<>(Map.of("istioNamespace", ztunnel.controlPlaneNamespace()));
        values.put("revision", ztunnel.followsDefault() ? "" : ztunnel.controlPlane());
        return new RenderedValues(
                platform,
                ztunnel.namespace(),
                "ztunnel.values.yaml",
                ztunnel.heading().entry(),
                usage,
                new TreeMap<>(values));
    }
}
