package dev.tenantmesh.crds.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * Does what the API server does before it validates: drops nulls that are not allowed and sets default values.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#defaulting-and-nullable">Defaulting
 *     and Nullable</a>
 */
public final class Defaults {

    private Defaults() {}

    /** Gives a copy of the object with the default values of its schema. */
    public static JsonNode apply(JsonNode schema, JsonNode object) {
        JsonNode copy = object.deepCopy();
        SchemaWalk.walk(schema, copy, Defaults::complete);
        return copy;
    }

    private static void complete(JsonNode schema, JsonNode value, JsonPointer at) {
        if (value instanceof ObjectNode object) {
            List.copyOf(object.properties()).forEach(entry -> dropNull(object, entry.getKey(), schema));
            for (Map.Entry<String, JsonNode> property :
                    schema.path("properties").properties()) {
                setDefault(object, property.getKey(), property.getValue());
            }
        }
        if (value instanceof ArrayNode array) {
            completeItems(array, schema.path("items"));
        }
    }

    private static void dropNull(ObjectNode object, String name, JsonNode schema) {
        JsonNode member = SchemaWalk.member(schema, name);
        if (!object.path(name).isNull() || !isNotNullable(member)) {
            return;
        }
        object.remove(name);
        setDefault(object, name, member);
    }

    private static void setDefault(ObjectNode object, String name, JsonNode schema) {
        if (schema.has("default") && !object.has(name)) {
            object.set(name, schema.path("default").deepCopy());
        }
    }

    private static void completeItems(ArrayNode array, JsonNode items) {
        for (int index = 0; index < array.size(); index++) {
            if (array.path(index).isNull() && isNotNullable(items) && items.has("default")) {
                array.set(index, items.path("default").deepCopy());
            }
        }
    }

    private static boolean isNotNullable(JsonNode schema) {
        return schema.isObject() && !schema.path("nullable").asBoolean();
    }
}
