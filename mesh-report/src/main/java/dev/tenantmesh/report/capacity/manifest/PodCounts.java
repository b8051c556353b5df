package dev.tenantmesh.report.capacity.manifest;

import dev.tenantmesh.model.capacity.Range;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.world.PodTemplates;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many pods a workload of some manifests has: as many as it says, or as its autoscaler may choose. What no manifest
 * says is not known, which is more than none.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/controllers/">workloads</a>
 */
final class PodCounts {

    private final Manifests manifests;
    private final @Nullable Integer nodes;

    /** @param nodes how many nodes there are, with one pod of a DaemonSet each; null: not known */
    PodCounts(Manifests manifests, @Nullable Integer nodes) {
        this.manifests = manifests;
        this.nodes = nodes;
    }

    /** The pods of a workload; empty if no manifest says how many. */
    Optional<Range> of(Manifest workload) {
        Mapping spec = workload.body().at("spec");
        return switch (workload.kind()) {
            case "Pod" -> Optional.of(Range.of(1, 1));
            case "DaemonSet" -> onNodes(workload);
            case "Job" -> number(spec, "parallelism", "1").map(PodCounts::upTo);
            case "CronJob" ->
                spec.text("concurrencyPolicy").matches("Forbid|Replace")
                        ? number(spec.at("jobTemplate", "spec"), "parallelism", "1")
                                .map(PodCounts::upTo)
                        : Optional.empty();
            default -> replicated(workload, spec);
        };
    }

    /** A number that is left out is often somebody else's, who is in no manifest. */
    private Optional<Range> replicated(Manifest workload, Mapping spec) {
        if (scalers("keda.sh", "ScaledObject", workload).findAny().isPresent()) {
            return Optional.empty();
        }
        Optional<Manifest> scaler =
                scalers("autoscaling", "HorizontalPodAutoscaler", workload).findFirst();
        return scaler.isPresent() ? scaler.flatMap(found -> scaled(found.body().at("spec"))) : exactly(spec, "");
    }

    /** The pods that a control plane makes of a Gateway: one, unless what is laid over them says something else. */
    static Optional<Range> laidOver(Mapping scaler, Mapping deployment) {
        return scaler.entries().isEmpty() ? exactly(deployment.at("spec"), "1") : scaled(scaler.at("spec"));
    }

    private static Optional<Range> exactly(Mapping spec, String otherwise) {
        return number(spec, "replicas", otherwise).map(count -> Range.of(count, count));
    }

    private static Optional<Range> scaled(Mapping bounds) {
        return number(bounds, "minReplicas", "1")
                .flatMap(min -> number(bounds, "maxReplicas", "")
                        .filter(max -> max >= min)
                        .map(max -> Range.of(min, max)));
    }

    private Stream<Manifest> scalers(String group, String kind, Manifest workload) {
        return manifests
                .of(group, kind)
                .filter(scaler -> scaler.namespace().equals(workload.namespace()))
                .filter(scaler -> {
                    Mapping target = scaler.body().at("spec", "scaleTargetRef");
                    String scaled = target.text("kind").isEmpty() ? "Deployment" : target.text("kind");
                    return scaled.equals(workload.kind()) && target.text("name").equals(workload.name());
                });
    }

    private Optional<Range> onNodes(Manifest workload) {
        Mapping spec = PodTemplates.of(workload).orElseThrow().at("spec");
        boolean everywhere = spec.get("nodeSelector") == null && spec.get("affinity") == null;
        return Optional.ofNullable(nodes).map(count -> everywhere ? Range.of(count, count) : upTo(count));
    }

    private static Range upTo(int most) {
        return Range.of(0, most);
    }

    private static Optional<Integer> number(Mapping mapping, String key, String otherwise) {
        String text = mapping.text(key).isEmpty() ? otherwise : mapping.text(key);
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
