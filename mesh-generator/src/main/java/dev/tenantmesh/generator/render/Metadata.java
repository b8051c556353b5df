package dev.tenantmesh.generator.render;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.Labels;
import dev.tenantmesh.generator.plan.Rollout;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The metadata of every object: its name, whose it is, and why it exists. Our labels are for people and tools. */
public final class Metadata {

    /** Where Argo CD reads how to apply and delete an object. */
    public static final String SYNC_OPTIONS = "argocd.argoproj.io/sync-options";

    /** Argo CD deletes it neither when it leaves the repository nor with its Application. */
    public static final String KEPT = "Prune=false,Delete=false";

    private static final String WAVE = "argocd.argoproj.io/sync-wave";
    private static final String FLUX_PRUNE = "kustomize.toolkit.fluxcd.io/prune";

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
        SortedMap<String, String> allAnnotations = new TreeMap<>(rollout(heading.rollout()));
        allAnnotations.putAll(annotations);
        allAnnotations.put(Labels.REASON, heading.reason());
        return new ObjectMetaBuilder()
                .withName(heading.name())
                .withLabels(allLabels)
                .withAnnotations(allAnnotations);
    }

    /** The roll-out in the words of Argo CD and Flux. */
    private static Map<String, String> rollout(Rollout rollout) {
        Map<String, String> annotations = new TreeMap<>();
        if (rollout.wave() != 0) {
            annotations.put(WAVE, Integer.toString(rollout.wave()));
        }
        if (rollout.isKept()) {
            annotations.put(SYNC_OPTIONS, KEPT);
            annotations.put(FLUX_PRUNE, "disabled");
        }
        return annotations;
    }
}
