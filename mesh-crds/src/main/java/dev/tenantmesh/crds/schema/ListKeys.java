package dev.tenantmesh.crds.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Refuses a list of type {@code map} two of whose items have the same keys, and one of type {@code set} that holds a
 * value twice.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy">Merge strategy</a>
 */
public final class ListKeys {

    private final List<Refusal> found = new ArrayList<>();

    private ListKeys() {}

    /** What is to be said against the lists of an object that has its default values. */
    public static List<Refusal> check(JsonNode schema, JsonNode object) {
        ListKeys keys = new ListKeys();
        SchemaWalk.walk(schema, object, keys::visit);
        return keys.found;
    }

    private void visit(JsonNode schema, JsonNode value, JsonPointer at) {
        String type = schema.path("x-kubernetes-list-type").asText();
        if (!value.isArray() || !(type.equals("map") || type.equals("set"))) {
            return;
        }
        Map<Object, Integer> seen = new HashMap<>();
        for (int index = 0; index < value.size(); index++) {
            Object key = type.equals("set") ? value.path(index) : key(schema, value.path(index));
            Integer first = seen.putIfAbsent(key, index);
            if (first != null) {
                String why = "The item repeats " + key + ", which item " + first + " of the list has already.";
                found.add(Refusal.value(at.appendIndex(index), "", why));
            }
        }
    }

    private static List<JsonNode> key(JsonNode schema, JsonNode item) {
        List<JsonNode> key = new ArrayList<>();
        schema.path("x-kubernetes-list-map-keys").forEach(name -> key.add(item.path(name.asText())));
        return key;
    }
}
