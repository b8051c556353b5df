package dev.tenantmesh.crds.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Goes along a value and its structural schema at the same time, parents before their children. */
public final class SchemaWalk {

    /** What is done at each place that both the value and the schema have. */
    @FunctionalInterface
    public interface Visitor {
        void visit(JsonNode schema, JsonNode value, JsonPointer at);
    }

    /** What is done at each place of a schema. */
    @FunctionalInterface
    public interface SchemaVisitor {
        void visit(JsonNode schema, JsonPointer at);
    }

    private final Visitor visitor;

    private SchemaWalk(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Visits the values that are not null and that the schema says something about. */
    public static void walk(JsonNode schema, JsonNode value, Visitor visitor) {
        new SchemaWalk(visitor).step(schema, value, JsonPointer.empty());
    }

    /** Visits a schema and the schemas in it; places are those in the schema itself. */
    public static void walk(JsonNode schema, SchemaVisitor visitor) {
        walk(schema, JsonPointer.empty(), visitor);
    }

    /** The schema of an object's member or of an array's item; a missing node where the schema says nothing. */
    public static JsonNode member(JsonNode schema, String name) {
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

    private static void walk(JsonNode schema, JsonPointer at, SchemaVisitor visitor) {
        if (!schema.isObject()) {
            return;
        }
        visitor.visit(schema, at);
        JsonPointer properties = at.appendProperty("properties");
        for (Map.Entry<String, JsonNode> entry : schema.path("properties").properties()) {
            walk(entry.getValue(), properties.appendProperty(entry.getKey()), visitor);
        }
        walk(schema.path("items"), at.appendProperty("items"), visitor);
        walk(schema.path("additionalProperties"), at.appendProperty("additionalProperties"), visitor);
    }
}
