package dev.tenantmesh.generator;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.raw.RawManifest;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Refuses raw manifests that would replace a generated object: of two objects of one name the cluster keeps one. */
final class TakenNames {

    private TakenNames() {}

    static void check(String platform, Collection<Rendered> rendered, MeshModel model, Problems problems) {
        Map<String, String> generated = new HashMap<>();
        for (Rendered thing : rendered) {
            if (thing instanceof RenderedObject object && object.takenFrom() == null) {
                generated.put(identity(object.object()), object.entry());
            }
        }
        for (RawManifest manifest : model.manifests()) {
            String entry = generated.get(manifest.identity());
            if (entry != null) {
                problems.error(
                        ProblemCode.MANIFEST_TAKEN,
                        manifest.origin("metadata", "name"),
                        manifest.kind() + " " + manifest.name(),
                        "On platform '" + platform + "' the same object is generated from " + entry + ".",
                        "Give it another name, or remove it.");
            }
        }
    }

    /** As {@link RawManifest#identity()}. */
    private static String identity(HasMetadata object) {
        String version = object.getApiVersion();
        String group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
        String namespace = Objects.requireNonNullElse(object.getMetadata().getNamespace(), "");
        return String.join(
                "/", group, object.getKind(), namespace, object.getMetadata().getName());
    }
}
