package dev.tenantmesh.crds.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what a JSON Schema validator found so that each mistake is one refusal, however many alternatives it missed. */
final class SchemaErrors {

    private final Map<Combinator, Refusal> byCombinator = new LinkedHashMap<>();
    private final List<Refusal> single = new ArrayList<>();
    private final Set<String> keywords = new LinkedHashSet<>();
    private final JsonNode schema;

    private SchemaErrors(JsonNode schema) {
        this.schema = schema;
    }

    static SchemaErrors of(JsonNode schema, Collection<Error> errors) {
        SchemaErrors all = new SchemaErrors(schema);
        errors.forEach(all::add);
        return all;
    }

    List<Refusal> refusals() {
        List<Refusal> refusals = new ArrayList<>(single);
        refusals.addAll(byCombinator.values());
        return refusals;
    }

    Set<String> keywords() {
        return keywords;
    }

    private void add(Error error) {
        JsonPointer place = JsonPointer.compile(error.getEvaluationPath().toString());
        JsonPointer at = JsonPointer.compile(error.getInstanceLocation().toString());
        Combinator combinator = Combinator.outermost(place, at);
        if (combinator == null) {
            keywords.add(error.getKeyword());
            single.add(refusal(error, at));
        } else {
            keywords.add(combinator.keyword());
            byCombinator.computeIfAbsent(combinator, key -> key.refusal(schema));
        }
    }

    private static Refusal refusal(Error error, JsonPointer at) {
        JsonNode value = error.getInstanceNode();
        String written = value.isValueNode() ? value.asText() : "";
        return switch (error.getKeyword()) {
            case "required" -> Refusal.value(at, "", "The field '" + error.getProperty() + "' is missing.");
            case "enum" -> enumeration(error, at, written);
            case "type" -> Refusal.value(at, written, "It is not of its type: " + error.getMessage() + ".");
            default -> Refusal.value(at, written, "It " + error.getMessage() + ".");
        };
    }

    private static Refusal enumeration(Error error, JsonPointer at, String written) {
        List<String> words = new ArrayList<>();
        error.getSchemaNode().forEach(word -> words.add(word.asText()));
        String why = "It is none of " + String.join(", ", words) + ".";
        return new Refusal(Refusal.Kind.VALUE, at, written, why, words);
    }
}
