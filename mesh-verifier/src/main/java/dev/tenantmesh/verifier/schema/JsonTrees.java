package dev.tenantmesh.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.load.Scalar;
import dev.tenantmesh.verifier.load.Sequence;
import dev.tenantmesh.verifier.load.Value;

/** Makes of what was read the JSON that kubectl sends. */
public final class JsonTrees {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonTrees() {}

    /** A whole object; one that names no namespace is sent with that it lands in. */
    public static ObjectNode of(Manifest manifest) {
        ObjectNode object = mapping(manifest.body());
        boolean unsaid = object.path("metadata").path("namespace").isMissingNode();
        if (unsaid && !manifest.namespace().isEmpty() && object.path("metadata") instanceof ObjectNode metadata) {
            metadata.put("namespace", manifest.namespace());
        }
        return object;
    }

    private static JsonNode of(Value value) {
        if (value instanceof Mapping mapping) {
            return mapping(mapping);
        }
        if (value instanceof Sequence sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.items().forEach(item -> array.add(of(item)));
            return array;
        }
        return scalar((Scalar) value);
    }

    private static ObjectNode mapping(Mapping mapping) {
        ObjectNode object = JSON.objectNode();
        mapping.entries().forEach((key, entry) -> object.set(key, of(entry.value())));
        return object;
    }

    private static JsonNode scalar(Scalar scalar) {
        return switch (scalar.type()) {
            case TEXT -> JSON.textNode(scalar.text());
            case NOTHING -> JSON.nullNode();
            case TRUTH -> JSON.booleanNode(scalar.text().matches("(?i)true|yes|on"));
            case NUMBER -> Numbers.of(scalar.text());
        };
    }
}
