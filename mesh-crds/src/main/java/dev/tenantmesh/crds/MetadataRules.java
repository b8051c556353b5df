package dev.tenantmesh.crds;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tenantmesh.crds.schema.Refusal;
import dev.tenantmesh.crds.syntax.Names;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the API server demands of the metadata of every object.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apimachinery/blob/master/pkg/api/validation/objectmeta.go">objectmeta.go</a>
 */
final class MetadataRules {

    private static final int ANNOTATIONS_LIMIT = 256 * 1024;
    private static final List<String> FIELDS = List.of(
            "annotations",
            "creationTimestamp",
            "deletionGracePeriodSeconds",
            "deletionTimestamp",
            "finalizers",
            "generateName",
            "generation",
            "labels",
            "managedFields",
            "name",
            "namespace",
            "ownerReferences",
            "resourceVersion",
            "selfLink",
            "uid");

    private final JsonNode metadata;
    private final JsonPointer place;
    private final List<Refusal> found = new ArrayList<>();

    private MetadataRules(JsonNode metadata, JsonPointer place) {
        this.metadata = metadata;
        this.place = place;
    }

    static List<Refusal> check(JsonNode object) {
        MetadataRules rules =
                new MetadataRules(object.path("metadata"), JsonPointer.empty().appendProperty("metadata"));
        rules.checkFields();
        rules.checkName(KindName.of(object));
        rules.checkLabels();
        rules.checkAnnotations();
        return rules.found;
    }

    /** The same for an object inside another, which needs no name. */
    static List<Refusal> checkEmbedded(JsonNode object, JsonPointer at) {
        MetadataRules rules = new MetadataRules(object.path("metadata"), at.appendProperty("metadata"));
        rules.checkFields();
        if (object.path("metadata").has("name")) {
            rules.checkName(KindName.of(object));
        }
        rules.checkLabels();
        rules.checkAnnotations();
        return rules.found;
    }

    private void checkFields() {
        metadata.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                found.add(new Refusal(
                        Refusal.Kind.UNKNOWN_FIELD, at(field), field, "There is no such field in metadata.", FIELDS));
            }
        });
    }

    private void checkName(KindName kind) {
        String name = metadata.path("name").asText();
        require(
                nameForm(kind).test(name),
                at("name"),
                name,
                "This is no name that an object of " + kind + " may have.");
        JsonNode namespace = metadata.path("namespace");
        boolean label = namespace.isMissingNode() || Names.isDnsLabel(namespace.asText());
        require(label, at("namespace"), namespace.asText(), "The name of a namespace is an RFC 1123 label.");
    }

    private static Predicate<String> nameForm(KindName kind) {
        if (kind.group().equals("rbac.authorization.k8s.io")) {
            return Names::isPathSegment;
        }
        Set<KindName> labels = Set.of(new KindName("v1", "Namespace"), new KindName("v1", "Service"));
        return labels.contains(kind) ? Names::isDnsLabel : Names::isDnsSubdomain;
    }

    private void checkLabels() {
        for (Map.Entry<String, JsonNode> label : metadata.path("labels").properties()) {
            JsonPointer here = at("labels").appendProperty(label.getKey());
            String value = label.getValue().asText();
            require(Names.isLabelKey(label.getKey()), here, label.getKey(), "This is not the key of a label.");
            boolean allowed = label.getValue().isNull() || (label.getValue().isTextual() && Names.isLabelValue(value));
            require(allowed, here, value, "This is not the value of a label; quote what is meant as text.");
        }
    }

    private void checkAnnotations() {
        int size = 0;
        for (Map.Entry<String, JsonNode> annotation :
                metadata.path("annotations").properties()) {
            JsonPointer here = at("annotations").appendProperty(annotation.getKey());
            JsonNode value = annotation.getValue();
            require(
                    Names.isAnnotationKey(annotation.getKey()),
                    here,
                    annotation.getKey(),
                    "This is not the key of an annotation.");
            String text = value.isValueNode() ? value.asText() : "";
            require(value.isNull() || value.isTextual(), here, text, "The value of an annotation is text; quote it.");
            size += bytes(annotation.getKey()) + bytes(text);
        }
        String why = "Annotations have " + size + " bytes, and may have " + ANNOTATIONS_LIMIT + ".";
        require(size <= ANNOTATIONS_LIMIT, at("annotations"), "", why);
    }

    private void require(boolean fulfilled, JsonPointer at, String written, String otherwise) {
        if (!fulfilled) {
            found.add(Refusal.value(at, written, otherwise));
        }
    }

    private JsonPointer at(String field) {
        return place.appendProperty(field);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
