package dev.tenantmesh.crds.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Takes the fields out of an object that its schema does not know: the API server refuses them or drops them, depending
 * on how it is asked. Fields of metadata are not for definitions to know.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#field-pruning">Field
 *     pruning</a>
 */
public final class UnknownFields {

    private static final List<String> OF_EVERY_OBJECT = List.of("apiVersion", "kind", "metadata");

    private final List<Refusal> found = new ArrayList<>();
    private final Set<JsonPointer> metadata = new HashSet<>();

    private UnknownFields() {}

    /** Removes the fields from the object that is given, and says which they were. */
    public static List<Refusal> prune(JsonNode schema, JsonNode object) {
        UnknownFields fields = new UnknownFields();
        SchemaWalk.walk(schema, object, fields::visit);
        return fields.found;
    }

    private void visit(JsonNode schema, JsonNode value, JsonPointer at) {
        boolean whole =
                at.matches() || schema.path("x-kubernetes-embedded-resource").asBoolean();
        if (whole) {
            metadata.add(at.appendProperty("metadata"));
        }
        if (!(value instanceof ObjectNode object) || !isClosed(schema) || metadata.contains(at)) {
            return;
        }
        SortedSet<String> known = new TreeSet<>(names(schema.path("properties")));
        known.addAll(whole ? OF_EVERY_OBJECT : List.of());
        for (String name : names(object)) {
            if (!known.contains(name)) {
                found.add(refusal(at, name, known));
                object.remove(name);
            }
        }
    }

    private static Refusal refusal(JsonPointer at, String name, SortedSet<String> known) {
        String where = at.matches() ? "the object" : at.toString().substring(1).replace('/', '.');
        return new Refusal(
                Refusal.Kind.UNKNOWN_FIELD,
                at.appendProperty(name),
                name,
                "There is no such field in " + where + ".",
                List.copyOf(known));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static boolean isClosed(JsonNode schema) {
        boolean object = schema.path("type").asText().equals("object") || schema.has("properties");
        boolean open =
                schema.path("x-kubernetes-preserve-unknown-fields").asBoolean() || schema.has("additionalProperties");
        return object && !open;
    }
}
