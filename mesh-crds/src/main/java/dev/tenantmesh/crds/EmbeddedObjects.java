package dev.tenantmesh.crds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenantmesh.crds.schema.Refusal;
import dev.tenantmesh.crds.schema.SchemaWalk;
import java.util.ArrayList;
import java.util.List;

/** Refuses an object inside another ({@code x-kubernetes-embedded-resource}) that does not say what it is. */
final class EmbeddedObjects {

    private EmbeddedObjects() {}

    static List<Refusal> check(JsonNode schema, JsonNode object) {
        List<Refusal> found = new ArrayList<>();
        SchemaWalk.walk(schema, object, (at, value, pointer) -> {
            if (!at.path("x-kubernetes-embedded-resource").asBoolean()) {
                return;
            }
            for (String field : List.of("apiVersion", "kind")) {
                if (value.path(field).asText().isEmpty()) {
                    found.add(Refusal.value(pointer, "", "The field '" + field + "' is missing."));
                }
            }
            if (value.has("metadata")) {
                MetadataRules.checkEmbedded(value, pointer).forEach(found::add);
            }
        });
        return found;
    }
}
