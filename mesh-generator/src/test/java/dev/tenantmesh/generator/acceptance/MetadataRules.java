package dev.tenantmesh.generator.acceptance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What the API server demands of the metadata of every object. */
final class MetadataRules {

    private static final int ANNOTATIONS_LIMIT = 256 * 1024;
    private static final JsonPointer METADATA = JsonPointer.empty().appendProperty("metadata");
    private static final Set<String> FIELDS = Set.of(
            "name",
            "generateName",
            "namespace",
            "labels",
            "annotations",
            "ownerReferences",
            "finalizers",
            "uid",
            "resourceVersion",
            "generation",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "selfLink",
            "managedFields");

    private final JsonNode metadata;
    private final List<String> messages = new ArrayList<>();

    private MetadataRules(JsonNode metadata) {
        this.metadata = metadata;
    }

    static List<String> check(JsonNode object) {
        MetadataRules rules = new MetadataRules(object.path("metadata"));
        rules.checkFields();
        rules.checkName(KindName.of(object));
        rules.checkLabels();
        rules.checkAnnotations();
        return rules.messages;
    }

    private void checkFields() {
        metadata.fieldNames().forEachRemaining(field -> require(FIELDS.contains(field), at(field), "unknown field"));
    }

    private void checkName(KindName kind) {
        String name = metadata.path("name").asText();
        require(nameForm(kind).test(name), at("name"), "not a name that " + kind + " may have: '" + name + "'");
        JsonNode namespace = metadata.path("namespace");
        boolean label = namespace.isMissingNode() || Syntax.isDnsLabel(namespace.asText());
        require(label, at("namespace"), "not an RFC 1123 label: '" + namespace.asText() + "'");
    }

    private static Predicate<String> nameForm(KindName kind) {
        if (kind.group().equals("rbac.authorization.k8s.io")) {
            return Syntax::isPathSegment;
        }
        Set<KindName> labels = Set.of(new KindName("v1", "Namespace"), new KindName("v1", "Service"));
        return labels.contains(kind) ? Syntax::isDnsLabel : Syntax::isDnsSubdomain;
    }

    private void checkLabels() {
        for (Map.Entry<String, JsonNode> label : metadata.path("labels").properties()) {
            JsonPointer place = at("labels").appendProperty(label.getKey());
            boolean value = label.getValue().isTextual()
                    && Syntax.isLabelValue(label.getValue().asText());
            require(Syntax.isLabelKey(label.getKey()), place, "not the key of a label");
            require(value, place, "not the value of a label: " + label.getValue());
        }
    }

    private void checkAnnotations() {
        int size = 0;
        for (Map.Entry<String, JsonNode> annotation :
                metadata.path("annotations").properties()) {
            JsonPointer place = at("annotations").appendProperty(annotation.getKey());
            require(Syntax.isAnnotationKey(annotation.getKey()), place, "not the key of an annotation");
            require(annotation.getValue().isTextual(), place, "not a string: " + annotation.getValue());
            size += bytes(annotation.getKey()) + bytes(annotation.getValue().asText());
        }
        require(size <= ANNOTATIONS_LIMIT, at("annotations"), size + " bytes, at most " + ANNOTATIONS_LIMIT);
    }

    private void require(boolean fulfilled, JsonPointer place, String otherwise) {
        if (!fulfilled) {
            messages.add(place + ": " + otherwise);
        }
    }

    private static JsonPointer at(String field) {
        return METADATA.appendProperty(field);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
