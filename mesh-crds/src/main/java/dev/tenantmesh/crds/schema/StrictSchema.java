package dev.tenantmesh.crds.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * Turns a structural schema into a JSON Schema of draft 4, the base of OpenAPI 3.0. What JSON Schema has no word for is
 * left to others: unknown fields, keys of lists, formats and rules.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema">Specifying
 *     a structural schema</a>
 */
final class StrictSchema {

    private static final Set<String> COPIED = Set.of(
            "required",
            "enum",
            "pattern",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minProperties",
            "maxProperties",
            "oneOf",
            "anyOf",
            "allOf",
            "not");
    private static final Set<String> HANDLED = Set.of(
            "type",
            "nullable",
            "format",
            "properties",
            "items",
            "additionalProperties",
            "description",
            "title",
            "default",
            "example",
            "externalDocs");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private StrictSchema() {}

    /**
     * Converts the schema of a whole object.
     *
     * @throws IllegalArgumentException if it has a keyword that a structural schema cannot have
     */
    static ObjectNode ofRoot(JsonNode structural) {
        ObjectNode root = structural.deepCopy();
        ObjectNode properties = root.withObject("/properties");
        properties.set("apiVersion", JSON.objectNode().put("type", "string"));
        properties.set("kind", JSON.objectNode().put("type", "string"));
        properties.withObject("/metadata").put("type", "object");
        return of(root);
    }

    private static ObjectNode of(JsonNode structural) {
        ObjectNode strict = JSON.objectNode();
        for (Map.Entry<String, JsonNode> keyword : structural.properties()) {
            copy(keyword.getKey(), keyword.getValue(), strict);
        }
        addType(structural, strict);
        addRange(structural, strict);
        addMembers(structural, strict);
        return strict;
    }

    private static void copy(String keyword, JsonNode value, ObjectNode strict) {
        if (COPIED.contains(keyword)) {
            strict.set(keyword, value);
        } else if (!HANDLED.contains(keyword) && !keyword.startsWith("x-kubernetes-")) {
            throw new IllegalArgumentException("A structural schema has no keyword '" + keyword + "'.");
        }
    }

    private static void addType(JsonNode structural, ObjectNode strict) {
        boolean nullable = structural.path("nullable").asBoolean();
        if (structural.path("x-kubernetes-int-or-string").asBoolean()) {
            strict.putArray("type").add("integer").add("string");
        } else if (structural.has("type")) {
            strict.putArray("type").add(structural.path("type"));
        }
        if (nullable && strict.has("type")) {
            strict.withArray("/type").add("null");
        }
        if (nullable && strict.has("enum")) {
            strict.set("enum", strict.withArray("/enum").deepCopy().addNull());
        }
    }

    private static void addRange(JsonNode structural, ObjectNode strict) {
        if (structural.path("format").asText().equals("int32")) {
            strict.put("minimum", Math.max(structural.path("minimum").asLong(Integer.MIN_VALUE), Integer.MIN_VALUE));
            strict.put("maximum", Math.min(structural.path("maximum").asLong(Integer.MAX_VALUE), Integer.MAX_VALUE));
        }
    }

    private static void addMembers(JsonNode structural, ObjectNode strict) {
        for (Map.Entry<String, JsonNode> property :
                structural.path("properties").properties()) {
            strict.withObject("/properties").set(property.getKey(), of(property.getValue()));
        }
        if (structural.path("items").isObject()) {
            strict.set("items", of(structural.path("items")));
        }
        JsonNode additional = structural.path("additionalProperties");
        if (additional.isObject()) {
            strict.set("additionalProperties", of(additional));
        }
    }
}
