package dev.tenantmesh.generator.render.helm;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedValues;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.render.Renderer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Prints the values of the one istio-cni chart of the cluster, if they are needed here. */
public final class CniValuesRenderer implements Renderer {

    private final String chartVersion;
    private final Map<String, Object> values;
    private final Predicate<PlatformPlan> needed;

    /** For a chart that needs values wherever a control plane is made. */
    public CniValuesRenderer(String chartVersion, Map<String, Object> values) {
        this(
                chartVersion,
                values,
                plan -> plan.meshes().stream()
                        .anyMatch(mesh -> mesh.controlPlane().generated()));
    }

    private CniValuesRenderer(String chartVersion, Map<String, Object> values, Predicate<PlatformPlan> needed) {
        this.chartVersion = chartVersion;
        this.values = Map.copyOf(values);
        this.needed = needed;
    }

    /** For a chart that needs values only where pods have their proxies on nodes. */
    public static CniValuesRenderer forAmbient(String chartVersion) {
        return new CniValuesRenderer(chartVersion, Map.of("profile", "ambient"), PlatformPlan::hasZtunnel);
    }

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        if (!needed.test(plan)) {
            return List.of();
        }
        String usage = "helm upgrade --install istio-cni istio/cni --version " + chartVersion
                + " --namespace kube-system --values istio-cni.values.yaml";
        return List.of(new RenderedValues(
                plan.platform(), "_cluster", "istio-cni.values.yaml", "platform/cni", usage, new TreeMap<>(values)));
    }
}
