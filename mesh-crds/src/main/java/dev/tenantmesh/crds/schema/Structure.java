package dev.tenantmesh.crds.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.regex.RegularExpression;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Holds values against a structural schema: types, required fields, enumerations, ranges, patterns, lists, formats. */
public final class Structure {

    /** Refusals after which the API server asks no rules. */
    private static final Set<String> BLOCKING =
            Set.of("type", "required", "enum", "maxLength", "maxItems", "maxProperties", "oneOf", "anyOf", "not");

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_4,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .locale(Locale.ENGLISH)
                    .regularExpressionFactory(Structure::expression)
                    .build()));

    private final JsonNode structural;
    private final Schema strict;

    /**
     * What was found.
     *
     * @param refusals all of them
     * @param blocking whether the API server goes no further
     */
    public record Outcome(List<Refusal> refusals, boolean blocking) {}

    /**
     * Reads a schema.
     *
     * @throws IllegalArgumentException if it has a keyword that a structural schema cannot have, or a pattern that is none
     */
    public Structure(JsonNode structural) {
        this.structural = structural;
        JsonNode schema = StrictSchema.ofRoot(structural);
        schema.findValues("pattern").stream().filter(JsonNode::isTextual).forEach(Structure::checkPattern);
        this.strict = REGISTRY.getSchema(schema);
    }

    /** What is to be said against an object that has its default values. */
    public Outcome check(JsonNode object) {
        SchemaErrors errors = SchemaErrors.of(strict.getSchemaNode(), strict.validate(object));
        List<Refusal> refusals = Stream.of(
                        errors.refusals(), TextFormats.check(structural, object), ListKeys.check(structural, object))
                .flatMap(List::stream)
                .toList();
        return new Outcome(refusals, errors.keywords().stream().anyMatch(BLOCKING::contains));
    }

    /** Regular expressions as the API server, a Go program, understands them; their cost is bounded by the text. */
    private static RegularExpression expression(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return text -> pattern.matcher(text).find();
    }

    private static void checkPattern(JsonNode pattern) {
        try {
            Pattern.compile(pattern.asText());
        } catch (com.google.re2j.PatternSyntaxException e) {
            throw new IllegalArgumentException("The pattern '" + pattern.asText() + "' is none: " + e.getDescription());
        }
    }
}
