package dev.tenantmesh.crds.cel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenantmesh.crds.Sample;
import dev.tenantmesh.crds.schema.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules are evaluated where the schema has them, on values as the API server sees them. */
class CelRulesTest {

    @Test
    void a_rule_that_uses_an_unknown_function_is_listed_and_not_evaluated() {
        JsonNode schema = rule("type: string", "nobodyKnows(self).isInteger()");

        assertThat(new CelRules(schema).notCompiled())
                .singleElement()
                .extracting(Refusal::written)
                .isEqualTo("nobodyKnows(self).isInteger()");
        assertThat(check(schema, "abc")).isEmpty();
    }

    @Test
    void a_rule_about_a_change_is_skipped() {
        JsonNode schema = rule("type: string", "self == oldSelf");

        assertThat(new CelRules(schema).notCompiled()).isEmpty();
        assertThat(check(schema, "abc")).isEmpty();
    }

    @Test
    void rules_are_found_in_properties_items_and_additional_properties() {
        JsonNode leaf = rule("type: integer", "self > 0");
        JsonNode schema = Sample.yaml("properties: {a: {items: {additionalProperties: %s}}}".formatted(leaf));

        assertThat(check(schema, "{a: [{}, {x: 1, y: 0}]}")).containsExactly("/a/1/y: refused");
    }

    @Test
    void properties_have_escaped_names_and_maps_do_not() {
        JsonNode schema = Sample.yaml("""
                properties:
                  namespace: {type: string}
                  a-b__c: {type: string}
                  labels: {additionalProperties: {type: string}}
                x-kubernetes-validations:
                  - {rule: "self.__namespace__ == self.a__dash__b__underscores__c", message: names}
                  - {rule: "!has(self.labels) || 'a-b' in self.labels", message: keys}
                """);

        assertThat(check(schema, "{namespace: x, a-b__c: x, labels: {a-b: x}}")).isEmpty();
        assertThat(check(schema, "{namespace: x, a-b__c: y, labels: {c: x}}")).containsExactly("/: names", "/: keys");
    }

    @Test
    void an_absent_field_that_a_rule_reads_is_an_objection() {
        assertThat(check(rule("type: object", "self.a.b == 'x'"), "{a: {}}"))
                .singleElement()
                .asString()
                .startsWith("/: refused (");
    }

    @Test
    void numbers_have_the_type_that_the_schema_gives_them() {
        JsonNode schema = Sample.yaml("""
                properties: {whole: {type: integer}, any: {type: number}}
                x-kubernetes-validations:
                  - {rule: "type(self.whole) == int && type(self.any) == double", message: refused}
                """);

        assertThat(check(schema, "{whole: 1, any: 1}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://keys.example/jwks, true",
        "oci://registry.example:5000/wasm, false",
        "/absolute, false",
        "keys.example/jwks, false",
    })
    void urls_are_read_as_the_api_server_does(String url, boolean accepted) {
        JsonNode schema = rule("type: string", "isURL(self) && url(self).getScheme() in ['http', 'https']");

        assertThat(check(schema, "'" + url + "'").isEmpty()).isEqualTo(accepted);
    }

    private static JsonNode rule(String schema, String rule) {
        return Sample.yaml(
                "{%s, x-kubernetes-validations: [{rule: \"%s\", message: refused}]}".formatted(schema, rule));
    }

    private static List<String> check(JsonNode schema, String value) {
        return new CelRules(schema)
                .check(Sample.yaml(value)).stream().map(Refusal::toString).toList();
    }
}
