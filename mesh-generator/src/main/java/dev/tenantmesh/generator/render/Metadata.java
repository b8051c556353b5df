package dev.tenantmesh.generator.render;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.Labels;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The metadata of every object: its name, whose it is, and why it exists. Our labels are for people and tools. */
public final class Metadata {

    private Metadata() {}

    /** For an object in a namespace. */
    public static ObjectMeta of(Heading heading) {
        return of(heading, Map.of(), Map.of())
                .withNamespace(heading.namespace())
                .build();
    }

    /** For an object of the cluster, or one with more labels and annotations. */
    public static ObjectMetaBuilder of(Heading heading, Map<String, String> labels, Map<String, String> annotations) {
        SortedMap<String, String> allLabels = new TreeMap<>(Map.of("app.kubernetes.io/managed-by", "tenant-mesh"));
        if (!heading.mesh().isEmpty()) {
            allLabels.put(Labels.MESH, heading.mesh());
        }
        if (heading.tenant() != null) {
            allLabels.put(Labels.TENANT, heading.tenant());
        }
        allLabels.putAll(labels);
        SortedMap<String, String> allAnnotations = new TreeMap<>(annotations);
        allAnnotations.put(Labels.REASON, heading.reason());
        return new ObjectMetaBuilder()
                .withName(heading.name())
                .withLabels(allLabels)
                .withAnnotations(allAnnotations);
    }
}
