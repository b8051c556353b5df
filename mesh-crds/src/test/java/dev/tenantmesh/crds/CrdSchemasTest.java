package dev.tenantmesh.crds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Definitions are found by apiVersion and kind, and read strictly. */
class CrdSchemasTest {

    @Test
    void only_served_versions_are_found() {
        CrdSchemas schemas = Sample.server("gateway-api-1.5", "istio-1.20").schemas();

        assertThat(schemas.served(new KindName("gateway.networking.k8s.io/v1", "TLSRoute")))
                .isPresent();
        assertThat(schemas.served(new KindName("gateway.networking.k8s.io/v1alpha3", "TLSRoute")))
                .isEmpty();
        assertThat(schemas.servedVersions(new KindName("security.istio.io/v1", "PeerAuthentication")))
                .containsExactly("security.istio.io/v1beta1");
    }

    @Test
    void closed_unless_the_schema_says_otherwise() {
        assertThat(check("{type: object}", "{a: 1}")).containsExactly("/a: There is no such field in spec.");
        assertThat(check("{type: object, x-kubernetes-preserve-unknown-fields: true}", "{a: 1}"))
                .isEmpty();
        assertThat(check("{type: object, properties: {m: {additionalProperties: {type: string}}}}", "{m: {a: 1}}"))
                .containsExactly("/m/a: It is not of its type: integer found, [string] expected.");
    }

    @Test
    void null_is_dropped_where_it_is_not_allowed_and_kept_where_it_is() {
        assertThat(check("{type: object, required: [a], properties: {a: {type: string}}}", "{a: null}"))
                .containsExactly("/: The field 'a' is missing.");
        assertThat(check("{type: object, required: [a], properties: {a: {type: string, nullable: true}}}", "{a: null}"))
                .isEmpty();
    }

    @Test
    void defaults_are_set_before_the_check() {
        String schema = "{type: object, required: [a], properties: {a: {type: object, default: {}, properties:"
                + " {b: {type: string, default: x, enum: [y]}}}}}";

        assertThat(check(schema, "{}")).singleElement().asString().startsWith("/a/b: It is none of y.");
    }

    @Test
    void numbers_and_strings_where_both_may_stand() {
        String schema = "{type: object, properties: {p: {x-kubernetes-int-or-string: true}}}";

        assertThat(check(schema, "{p: http}")).isEmpty();
        assertThat(check(schema, "{p: 80}")).isEmpty();
        assertThat(check(schema, "{p: true}")).hasSize(1);
    }

    @Test
    void int32_has_its_range() {
        String schema = "{type: object, properties: {n: {type: integer, format: int32, minimum: 0}}}";

        assertThat(check(schema, "{n: 2147483647}")).isEmpty();
        assertThat(check(schema, "{n: 2147483648}")).hasSize(1);
        assertThat(check(schema, "{n: -1}")).hasSize(1);
    }

    @Test
    void lists_may_not_repeat_their_keys() {
        String schema = "{type: object, properties: {l: {type: array, x-kubernetes-list-type: map,"
                + " x-kubernetes-list-map-keys: [k], items: {type: object, properties: {k: {type: string}}}}}}";

        assertThat(check(schema, "{l: [{k: a}, {k: b}]}")).isEmpty();
        assertThat(check(schema, "{l: [{k: a}, {k: a}]}"))
                .containsExactly("/l/1: The item repeats [\"a\"], which item 0 of the list has already.");
    }

    @Test
    void a_pattern_ends_where_the_text_ends() {
        String schema = "{type: object, properties: {s: {type: string, pattern: '^[a-z]+$'}}}";

        assertThat(check(schema, "{s: abc}")).isEmpty();
        assertThat(check(schema, "{s: \"abc\\n\"}")).hasSize(1);
    }

    @Test
    void an_unknown_keyword_is_not_passed_over_in_silence() {
        assertThat(version("{type: object, dependencies: {}}").notChecked())
                .singleElement()
                .asString()
                .contains("dependencies");
        assertThat(check("{type: object, dependencies: {}}", "{a: 1}")).isNotEmpty();
    }

    private static List<String> check(String schema, String spec) {
        return version(schema).check(Sample.object("a/v1", "A", spec)).stream()
                .map(message -> message.toString().replaceFirst("^/spec:", "/:").replaceFirst("^/spec", ""))
                .toList();
    }

    private static CrdVersion version(String schema) {
        JsonNode structural = Sample.yaml("{type: object, properties: {spec: %s}}".formatted(schema));
        return new CrdVersion(new KindName("a/v1", "A"), true, true, structural, JsonPointer.empty());
    }
}
