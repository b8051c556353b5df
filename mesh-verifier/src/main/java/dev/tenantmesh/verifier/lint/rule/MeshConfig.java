package dev.tenantmesh.verifier.lint.rule;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.policy.mesh.ServedElsewhere;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The settings of one mesh as they were written, wherever that is: in an Istio resource, in values for the istiod chart,
 * or as a text in the ConfigMap of a rendered chart.
 *
 * @param name the control plane's
 * @param body the settings
 * @param pilot the environment of the control plane by name, where it was written
 * @param origin where they were written; for a text in a ConfigMap the ConfigMap's own place
 * @see <a href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/">MeshConfig</a>
 */
public record MeshConfig(String name, Mapping body, Map<String, String> pilot, Origin origin) {

    public MeshConfig {
        pilot = Map.copyOf(pilot);
    }

    static List<MeshConfig> all(Manifests manifests) {
        List<MeshConfig> all = new ArrayList<>();
        manifests
                .of("sailoperator.io", "Istio")
                .filter(istio -> !ServedElsewhere.is(istio))
                .map(istio -> of(istio.name(), istio.body().at("spec", "values"), istio.origin()))
                .forEach(all::add);
        manifests
                .of("", "ConfigMap")
                .filter(map -> map.name().equals("istio") || map.name().startsWith("istio-"))
                .flatMap(MeshConfig::chart)
                .forEach(all::add);
        manifests.others().stream()
                .filter(values -> values.get("meshConfig") != null && !ServedElsewhere.is(values))
                .map(values -> of(values.text("revision"), values, values.origin()))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static MeshConfig of(String name, Mapping values, Origin origin) {
        Mapping body = values.at("meshConfig");
        return new MeshConfig(
                name.isEmpty() ? "default" : name,
                body,
                values.at("pilot").texts("env"),
                body.entries().isEmpty() ? origin : body.origin());
    }

    private static Stream<MeshConfig> chart(Manifest map) {
        String text = map.body().at("data").text("mesh");
        return ManifestLoader.read(map.origin().source(), text, new Problems()).others().stream()
                .limit(1)
                .map(body -> new MeshConfig(map.name(), body, Map.of(), map.origin()));
    }

    /** Where a setting was written. */
    public Origin originOf(String key) {
        Origin written = body.originOf(key);
        return written.source().equals(origin.source()) && written.compareTo(origin) >= 0 ? written : origin;
    }
}
