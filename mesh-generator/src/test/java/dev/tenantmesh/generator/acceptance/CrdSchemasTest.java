package dev.tenantmesh.generator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Definitions are found by apiVersion and kind, and read strictly. */
class CrdSchemasTest {

    @Test
    void onlyServedVersionsAreFound() {
        CrdSchemas schemas = CrdSchemas.ofFolders(CrdFolder.given(), "gateway-api-1.5", "istio-1.20");

        assertThat(schemas.served(new KindName("gateway.networking.k8s.io/v1", "TLSRoute")))
                .isPresent();
        assertThat(schemas.served(new KindName("gateway.networking.k8s.io/v1alpha3", "TLSRoute")))
                .isEmpty();
        assertThat(schemas.servedVersions(new KindName("security.istio.io/v1", "PeerAuthentication")))
                .containsExactly("security.istio.io/v1beta1");
    }

    @Test
    void theJsonSchemaRefusesUnknownFields() {
        JsonNode schema = CrdSchemas.ofFolders(CrdFolder.given(), "multus")
                .jsonSchema(new KindName("k8s.cni.cncf.io/v1", "NetworkAttachmentDefinition"))
                .orElseThrow();

        assertThat(schema.at("/properties/spec/additionalProperties").isBoolean())
                .isTrue();
        assertThat(schema.at("/properties/metadata/additionalProperties").isMissingNode())
                .isTrue();
    }

    @Test
    void closedUnlessTheSchemaSaysOtherwise() {
        assertThat(check("{type: object}", "{a: 1}")).containsExactly("/a: unknown field");
        assertThat(check("{type: object, x-kubernetes-preserve-unknown-fields: true}", "{a: 1}"))
                .isEmpty();
        assertThat(check("{type: object, properties: {m: {additionalProperties: {type: string}}}}", "{m: {a: 1}}"))
                .containsExactly("/m/a: integer found, [string] expected");
    }

    @Test
    void nullIsDroppedWhereItIsNotAllowedAndKeptWhereItIs() {
        assertThat(check("{type: object, required: [a], properties: {a: {type: string}}}", "{a: null}"))
                .containsExactly("/a: required");
        assertThat(check("{type: object, required: [a], properties: {a: {type: string, nullable: true}}}", "{a: null}"))
                .isEmpty();
    }

    @Test
    void defaultsAreSetBeforeTheCheck() {
        String schema = "{type: object, required: [a], properties: {a: {type: object, default: {}, properties:"
                + " {b: {type: string, default: x, enum: [y]}}}}}";

        assertThat(check(schema, "{}")).singleElement().asString().startsWith("/a/b: does not have a value");
    }

    @Test
    void numbersAndStringsWhereBothMayStand() {
        String schema = "{type: object, properties: {p: {x-kubernetes-int-or-string: true}}}";

        assertThat(check(schema, "{p: http}")).isEmpty();
        assertThat(check(schema, "{p: 80}")).isEmpty();
        assertThat(check(schema, "{p: true}")).hasSize(1);
    }

    @Test
    void int32HasItsRange() {
        String schema = "{type: object, properties: {n: {type: integer, format: int32, minimum: 0}}}";

        assertThat(check(schema, "{n: 2147483647}")).isEmpty();
        assertThat(check(schema, "{n: 2147483648}")).hasSize(1);
        assertThat(check(schema, "{n: -1}")).hasSize(1);
    }

    @Test
    void listsMayNotRepeatTheirKeys() {
        String schema = "{type: object, properties: {l: {type: array, x-kubernetes-list-type: map,"
                + " x-kubernetes-list-map-keys: [k], items: {type: object, properties: {k: {type: string}}}}}}";

        assertThat(check(schema, "{l: [{k: a}, {k: b}]}")).isEmpty();
        assertThat(check(schema, "{l: [{k: a}, {k: a}]}")).containsExactly("/l/1: repeats the key [\"a\"] of its list");
    }

    @Test
    void aPatternEndsWhereTheTextEnds() {
        String schema = "{type: object, properties: {s: {type: string, pattern: '^[a-z]+$'}}}";

        assertThat(check(schema, "{s: abc}")).isEmpty();
        assertThat(check(schema, "{s: \"abc\\n\"}")).hasSize(1);
    }

    @Test
    void anUnknownKeywordIsNotPassedOverInSilence() {
        assertThatThrownBy(() -> check("{type: object, dependencies: {}}", "{}"))
                .hasMessageContaining("dependencies");
    }

    private static List<String> check(String schema, String spec) {
        JsonNode structural = Sample.yaml("{type: object, properties: {spec: %s}}".formatted(schema));
        CrdVersion version = new CrdVersion(new KindName("a/v1", "A"), true, true, structural);
        return version.check(Sample.object("a/v1", "A", spec)).stream()
                .map(message -> message.replaceFirst("^/spec", ""))
                .toList();
    }
}
