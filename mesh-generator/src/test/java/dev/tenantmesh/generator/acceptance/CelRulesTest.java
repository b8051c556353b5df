package dev.tenantmesh.generator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules are evaluated where the schema has them, on values as the API server sees them. */
class CelRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "istio-1.30",
                "istio-1.20",
                "maistra-2",
                "sail-3",
                "multus",
                "gateway-api-1.5",
                "network-policy-api"
            })
    void everyRuleOfTheTargetPlatformsCompiles(String folder) {
        assertThat(CrdSchemas.ofFolders(CrdFolder.given(), folder).notCompiled())
                .isEmpty();
    }

    @Test
    void aRuleThatUsesAnUnknownFunctionIsListedAndNotEvaluated() {
        JsonNode schema = rule("type: string", "quantity(self).isInteger()");

        assertThat(new CelRules(schema).notCompiled()).containsExactly("quantity(self).isInteger()");
        assertThat(check(schema, "abc")).isEmpty();
    }

    @Test
    void aRuleAboutAChangeIsSkipped() {
        JsonNode schema = rule("type: string", "self == oldSelf");

        assertThat(new CelRules(schema).notCompiled()).isEmpty();
        assertThat(check(schema, "abc")).isEmpty();
    }

    @Test
    void rulesAreFoundInPropertiesItemsAndAdditionalProperties() {
        JsonNode leaf = rule("type: integer", "self > 0");
        JsonNode schema = Sample.yaml("properties: {a: {items: {additionalProperties: %s}}}".formatted(leaf));

        assertThat(check(schema, "{a: [{}, {x: 1, y: 0}]}")).containsExactly("/a/1/y: refused");
    }

    @Test
    void propertiesHaveEscapedNamesAndMapsDoNot() {
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
    void anAbsentFieldThatARuleReadsIsAnObjection() {
        assertThat(check(rule("type: object", "self.a.b == 'x'"), "{a: {}}"))
                .singleElement()
                .asString()
                .startsWith("/: refused (");
    }

    @Test
    void numbersHaveTheTypeThatTheSchemaGivesThem() {
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
    void urlsAreReadAsTheApiServerDoes(String url, boolean accepted) {
        JsonNode schema = rule("type: string", "isURL(self) && url(self).getScheme() in ['http', 'https']");

        assertThat(check(schema, "'" + url + "'").isEmpty()).isEqualTo(accepted);
    }

    private static JsonNode rule(String schema, String rule) {
        return Sample.yaml(
                "{%s, x-kubernetes-validations: [{rule: \"%s\", message: refused}]}".formatted(schema, rule));
    }

    private static List<String> check(JsonNode schema, String value) {
        return new CelRules(schema).check(Sample.yaml(value));
    }
}
