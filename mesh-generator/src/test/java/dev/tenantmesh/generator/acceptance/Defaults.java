package dev.tenantmesh.generator.acceptance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Does what the API server does before it validates: drops nulls that are not allowed and sets default values. */
final class Defaults {

    private Defaults() {}

    /** Gives a copy of the object with the default values of its schema. */
    static JsonNode apply(JsonNode schema, JsonNode object) {
        JsonNode copy = object.deepCopy();
        SchemaWalk.walk(schema, copy, Defaults::complete);
        return copy;
    }

    private static void complete(JsonNode schema, JsonNode value, JsonPointer at) {
        if (!(value instanceof ObjectNode object)) {
            return;
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            complete(object, property.getKey(), property.getValue());
        }
    }

    private static void complete(ObjectNode object, String name, JsonNode schema) {
        if (object.path(name).isNull() && !schema.path("nullable").asBoolean()) {
            object.remove(name);
        }
        if (schema.has("default") && !object.has(name)) {
            object.set(name, schema.path("default").deepCopy());
        }
    }
}
