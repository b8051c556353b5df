package dev.tenantmesh.generator.acceptance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Goes along a value and its structural schema at the same time, parents before their children. */
final class SchemaWalk {

    /** What is done at each place that both the value and the schema have. */
    @FunctionalInterface
    interface Visitor {
        void visit(JsonNode schema, JsonNode value, JsonPointer at);
    }

    private final Visitor visitor;

    private SchemaWalk(Visitor visitor) {
        this.visitor = visitor;
    }

    static void walk(JsonNode schema, JsonNode value, Visitor visitor) {
        new SchemaWalk(visitor).step(schema, value, JsonPointer.empty());
    }

    /** The schema of an object's member or of an array's item; a missing node where the schema says nothing. */
    static JsonNode member(JsonNode schema, String name) {
        JsonNode property = schema.path("properties").path(name);
        return property.isMissingNode() ? schema.path("additionalProperties") : property;
    }

    private void step(JsonNode schema, JsonNode value, JsonPointer at) {
        if (!schema.isObject() || value.isNull()) {
            return;
        }
        visitor.visit(schema, value, at);
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            step(member(schema, entry.getKey()), entry.getValue(), at.appendProperty(entry.getKey()));
        }
        for (int index = 0; value.isArray() && index < value.size(); index++) {
            step(schema.path("items"), value.path(index), at.appendIndex(index));
        }
    }
}
