package dev.tenantmesh.crds.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tenantmesh.crds.syntax.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Refuses texts that do not have the format their schema names. */
public final class TextFormats {

    private TextFormats() {}

    /** What is to be said against the texts of an object. */
    public static List<Refusal> check(JsonNode schema, JsonNode object) {
        List<Refusal> found = new ArrayList<>();
        SchemaWalk.walk(schema, object, (at, value, pointer) -> {
            String format = at.path("format").asText();
            if (value.isTextual()
                    && Formats.of(format)
                            .filter(form -> !form.test(value.asText()))
                            .isPresent()) {
                found.add(Refusal.value(pointer, value.asText(), "It does not have the format " + format + "."));
            }
        });
        return found;
    }

    /** Formats that an API server checks and that are not checked here, with a place in the schema of each. */
    public static SortedMap<String, JsonPointer> leftOut(JsonNode schema) {
        SortedMap<String, JsonPointer> found = new TreeMap<>();
        SchemaWalk.walk(schema, (at, pointer) -> {
            String format = at.path("format").asText();
            boolean text = Map.of("string", true, "", true)
                    .getOrDefault(at.path("type").asText(), false);
            if (text && Formats.isLeftOut(format)) {
                found.putIfAbsent(format, pointer.appendProperty("format"));
            }
        });
        return found;
    }
}
