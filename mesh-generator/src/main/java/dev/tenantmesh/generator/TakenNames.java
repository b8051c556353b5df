package dev.tenantmesh.generator;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.problem.Origin;
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

    private static final String EXTENSION = "extension/";

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

    /** An extension adds; an object that is there it cannot replace, nor that of another extension. */
    static void checkExtensions(String platform, Collection<Rendered> rendered, Problems problems) {
        Map<String, String> first = new HashMap<>();
        for (Rendered thing : rendered) {
            if (thing instanceof RenderedObject object && object.object().getMetadata() != null) {
                String other = first.putIfAbsent(identity(object.object()), object.entry());
                boolean added = object.entry().startsWith(EXTENSION);
                if (other != null && (added || other.startsWith(EXTENSION))) {
                    String entry = added ? object.entry() : other;
                    problems.error(
                            ProblemCode.EXTENSION_TAKES,
                            Origin.ofModel(entry),
                            object.object().getKind() + " "
                                    + object.object().getMetadata().getName(),
                            "On platform '" + platform + "' the same object comes from "
                                    + (added ? other : object.entry()) + ".",
                            "An extension only adds: have it use another name.");
                }
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
