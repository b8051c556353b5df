package dev.tenantmesh.generator.render.helm;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedValues;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.render.Renderer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prints the values of the one istio-cni chart of the cluster, if any control plane is made here. */
public final class CniValuesRenderer implements Renderer {

    private final String chartVersion;
    private final Map<String, Object> values;

    public CniValuesRenderer(String chartVersion, Map<String, Object> values) {
        this.chartVersion = chartVersion;
        this.values = Map.copyOf(values);
    }

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        if (plan.meshes().stream().noneMatch(mesh -> mesh.controlPlane().generated())) {
            return List.of();
        }
        String usage = "helm upgrade --install istio-cni istio/cni --version " + chartVersion
                + " --namespace kube-system --values istio-cni.values.yaml";
        return List.of(new RenderedValues(
                plan.platform(), "_cluster", "istio-cni.values.yaml", "platform/cni", usage, new TreeMap<>(values)));
    }
}
