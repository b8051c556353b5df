package dev.tenantmesh.generator.render.helm;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedValues;
import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.Labels;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.controlplane.ControlPlanePlan;
import dev.tenantmesh.generator.render.ClusterValues;
import dev.tenantmesh.generator.render.Renderer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prints the values of the istiod chart that isolation rests on. */
public final class IstiodValuesRenderer implements Renderer {

    private final String chartVersion;
    private final Map<String, Object> ofThePlatform;

    /**
     * @param chartVersion the chart's version, or a range of them
     * @param ofThePlatform the values that tell istiod of its platform and of the CNI plugin; the charts spell them
     *     differently over the years
     */
    public IstiodValuesRenderer(String chartVersion, Map<String, Object> ofThePlatform) {
        this.chartVersion = chartVersion;
        this.ofThePlatform = Map.copyOf(ofThePlatform);
    }

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.meshes().stream()
                .map(MeshPlan::controlPlane)
                .filter(ControlPlanePlan::generated)
                .map(controlPlane -> (Rendered) print(plan.platform(), controlPlane))
                .toList();
    }

    private RenderedValues print(String platform, ControlPlanePlan controlPlane) {
        Heading of = controlPlane.heading();
        Map<String, Object> values = new TreeMap<>(ofThePlatform);
        values.put("revision", isDefault(of) ? "" : of.name());
        values.merge("global", Map.of("istioNamespace", of.namespace()), IstiodValuesRenderer::joined);
        values.put("meshConfig", meshConfig(controlPlane));
        values.merge(
                "pilot",
                Map.of("env", Map.of("PILOT_SCOPE_GATEWAY_TO_NAMESPACE", "true")),
                IstiodValuesRenderer::joined);
        controlPlane.ztunnel().ifPresent(namespace -> {
            values.put("profile", "ambient");
            values.merge("pilot", Map.of("trustedZtunnelNamespace", namespace), IstiodValuesRenderer::joined);
        });
        String usage =
                "helm upgrade --install istiod" + (isDefault(of) ? "" : "-" + of.name()) + " istio/istiod --version "
                        + chartVersion + " --namespace " + of.namespace() + " --values istiod.values.yaml";
        return new RenderedValues(
                platform,
                of.namespace(),
                "istiod.values.yaml",
                of.entry(),
                usage,
                withProfile(controlPlane, ClusterValues.complete(controlPlane, values)));
    }

    private static Map<String, Object> withProfile(ControlPlanePlan controlPlane, Map<String, Object> values) {
        String profile = ClusterValues.profile(controlPlane);
        Map<String, Object> all = new TreeMap<>(values);
        if (!profile.isEmpty()) {
            all.put("profile", profile);
        }
        return all;
    }

    private static Map<String, Object> meshConfig(ControlPlanePlan controlPlane) {
        Map<String, Object> config = new TreeMap<>(Map.of(
                "trustDomain",
                controlPlane.trustDomain(),
                "outboundTrafficPolicy",
                Map.of("mode", controlPlane.egress().name()),
                "discoverySelectors",
                List.of(Map.of(
                        "matchLabels",
                        Map.of(Labels.MESH, controlPlane.heading().mesh())))));
        controlPlane.unexported().forEach(kind -> config.put("default" + kind + "ExportTo", List.of(".")));
        return config;
    }

    /** The chart's own name for the revision that {@code istio-injection: enabled} chooses is the empty one. */
    private static boolean isDefault(Heading controlPlane) {
        return controlPlane.name().equals("default");
    }

    private static Object joined(Object one, Object other) {
        Map<Object, Object> all = new TreeMap<>((Map<?, ?>) one);
        all.putAll((Map<?, ?>) other);
        return all;
    }
}
