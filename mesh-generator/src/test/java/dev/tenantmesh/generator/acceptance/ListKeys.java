package dev.tenantmesh.generator.acceptance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refuses a list of type {@code map} two of whose items have the same keys. */
final class ListKeys {

    private final List<String> messages = new ArrayList<>();

    private ListKeys() {}

    static List<String> check(JsonNode schema, JsonNode object) {
        ListKeys keys = new ListKeys();
        SchemaWalk.walk(schema, object, keys::visit);
        return keys.messages;
    }

    private void visit(JsonNode schema, JsonNode value, JsonPointer at) {
        if (!schema.path("x-kubernetes-list-type").asText().equals("map") || !value.isArray()) {
            return;
        }
        Set<List<JsonNode>> seen = new HashSet<>();
        for (int index = 0; index < value.size(); index++) {
            List<JsonNode> key = key(schema, value.path(index));
            if (!seen.add(key)) {
                messages.add(at.appendIndex(index) + ": repeats the key " + key + " of its list");
            }
        }
    }

    private static List<JsonNode> key(JsonNode schema, JsonNode item) {
        List<JsonNode> key = new ArrayList<>();
        schema.path("x-kubernetes-list-map-keys").forEach(name -> key.add(item.path(name.asText())));
        return key;
    }
}
