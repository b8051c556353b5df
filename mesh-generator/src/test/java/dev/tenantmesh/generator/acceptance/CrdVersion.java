package dev.tenantmesh.generator.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.regex.RegularExpression;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One version of a kind as a CustomResourceDefinition describes it: what it lets pass and what not. */
final class CrdVersion {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_4,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .locale(Locale.ENGLISH)
                    .regularExpressionFactory(CrdVersion::expression)
                    .build()));

    private final KindName name;
    private final boolean namespaced;
    private final boolean served;
    private final JsonNode structural;
    private final Schema strict;
    private final CelRules rules;

    CrdVersion(KindName name, boolean namespaced, boolean served, JsonNode structural) {
        this.name = name;
        this.namespaced = namespaced;
        this.served = served;
        this.structural = structural;
        this.strict = REGISTRY.getSchema(StrictSchema.ofRoot(structural));
        this.rules = new CelRules(structural);
    }

    KindName name() {
        return name;
    }

    boolean served() {
        return served;
    }

    /** What the API server would say against the object, each message after the JSON pointer of its place. */
    List<String> check(JsonNode object) {
        JsonNode complete = Defaults.apply(structural, object);
        List<String> structure = Stream.of(scope(object), structure(complete), ListKeys.check(structural, complete))
                .flatMap(List::stream)
                .toList();
        return structure.isEmpty() ? rules.check(complete) : structure;
    }

    /** The JSON Schema that the object is held against. */
    JsonNode jsonSchema() {
        return strict.getSchemaNode();
    }

    List<String> notCompiled() {
        return rules.notCompiled();
    }

    private List<String> structure(JsonNode object) {
        return strict.validate(object).stream().map(CrdVersion::text).toList();
    }

    private List<String> scope(JsonNode object) {
        boolean given = object.path("metadata").has("namespace");
        if (given == namespaced) {
            return List.of();
        }
        return List.of("/metadata/namespace: " + (given ? "not allowed, the kind is cluster-scoped" : "required"));
    }

    /** Regular expressions as the API server, a Go program, understands them. */
    private static RegularExpression expression(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return text -> pattern.matcher(text).find();
    }

    private static String text(Error error) {
        String place = error.getInstanceLocation().toString();
        return switch (error.getKeyword()) {
            case "additionalProperties" -> place + "/" + error.getProperty() + ": unknown field";
            case "required" -> place + "/" + error.getProperty() + ": required";
            default -> place + ": " + error.getMessage();
        };
    }
}
