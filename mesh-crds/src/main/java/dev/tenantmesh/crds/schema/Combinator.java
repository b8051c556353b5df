package dev.tenantmesh.crds.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A keyword that combines schemas, at a place of the object.
 *
 * @param keyword {@code oneOf}, {@code anyOf} or {@code not}
 * @param inSchema where it stands in the schema
 * @param at the place it is about
 */
record Combinator(String keyword, JsonPointer inSchema, JsonPointer at) {

    private static final Map<String, String> MEANING = Map.of(
            "oneOf", "Exactly one of its alternatives must hold",
            "anyOf", "At least one of its alternatives must hold",
            "not", "What its schema excludes holds");

    /** The first on the way to a keyword of the schema; null if there is none. */
    static @Nullable Combinator outermost(JsonPointer keyword, JsonPointer at) {
        JsonPointer inSchema = JsonPointer.empty();
        JsonPointer here = JsonPointer.empty();
        JsonPointer remaining = at;
        JsonPointer step = keyword;
        while (!step.matches()) {
            String name = step.getMatchingProperty();
            inSchema = inSchema.appendProperty(name);
            if (MEANING.containsKey(name)) {
                return new Combinator(name, inSchema, here);
            }
            step = step.tail();
            if (name.equals("properties") || name.equals("allOf")) {
                inSchema = inSchema.appendProperty(step.getMatchingProperty());
                step = step.tail();
            }
            boolean down = Set.of("properties", "items", "additionalProperties").contains(name);
            if (down && !remaining.matches()) {
                here = here.appendProperty(remaining.getMatchingProperty());
                remaining = remaining.tail();
            }
        }
        return null;
    }

    Refusal refusal(JsonNode schema) {
        Set<String> fields = new TreeSet<>();
        schema.at(inSchema).findValues("required").forEach(names -> names.forEach(name -> fields.add(name.asText())));
        String about = fields.isEmpty() ? "" : "; it is about " + String.join(", ", fields);
        return Refusal.value(at, "", MEANING.get(keyword) + about + ".");
    }
}
