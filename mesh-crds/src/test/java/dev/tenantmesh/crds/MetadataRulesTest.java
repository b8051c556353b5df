package dev.tenantmesh.crds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenantmesh.crds.schema.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for the metadata of every object. */
class MetadataRulesTest {

    private static final ApiServer SERVER = ApiServer.of(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name: a.b-c.1}",
                "{name: a, labels: {a: '', a.b/C_d.e: x_y.Z}}",
                "{name: a, namespace: b, annotations: {A.B/c: 'any text', d: ''}}",
            })
    void good_metadata_passes(String metadata) {
        assertThat(check(metadata)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {nmae: a, name: a}                | /metadata/nmae: There is no such field
            {}                                | /metadata/name: This is no name
            {name: A}                         | /metadata/name: This is no name
            {name: a_b}                       | /metadata/name: This is no name
            {name: a..b}                      | /metadata/name: This is no name
            {name: a, namespace: b.c}         | /metadata/namespace: The name of a namespace is an RFC 1123 label
            {name: a, namespace: ''}          | /metadata/namespace: The name of a namespace is an RFC 1123 label
            {name: a, labels: {a b: c}}       | /metadata/labels/a b: This is not the key of a label
            {name: a, labels: {A.b/c: d}}     | /metadata/labels/A.b~1c: This is not the key of a label
            {name: a, labels: {a/b/c: d}}     | /metadata/labels/a~1b~1c: This is not the key of a label
            {name: a, labels: {a: -b}}        | /metadata/labels/a: This is not the value of a label
            {name: a, labels: {a: 1}}         | /metadata/labels/a: This is not the value of a label
            {name: a, annotations: {a/: b}}   | /metadata/annotations/a~1: This is not the key of an annotation
            {name: a, annotations: {a: true}} | /metadata/annotations/a: The value of an annotation is text
            """)
    void mistakes_are_found(String metadata, String message) {
        assertThat(check(metadata)).singleElement().asString().startsWith(message);
    }

    @ParameterizedTest
    @CsvSource({
        "rbac.authorization.k8s.io/v1, Role, 'system:reader', true",
        "rbac.authorization.k8s.io/v1, Role, a/b, false",
        "v1, Namespace, a.b, false",
        "v1, ConfigMap, a.b, true",
    })
    void each_kind_has_its_form_of_name(String apiVersion, String kind, String name, boolean accepted) {
        Map<String, ?> object = Map.of("apiVersion", apiVersion, "kind", kind, "metadata", Map.of("name", name));

        assertThat(SERVER.check(new ObjectMapper().valueToTree(object))).hasSize(accepted ? 0 : 1);
    }

    @Test
    void lengths_are_limited() {
        assertThat(check("{name: %s}".formatted("a".repeat(253)))).isEmpty();
        assertThat(check("{name: %s}".formatted("a".repeat(254)))).hasSize(1);
        assertThat(check("{name: a, namespace: %s}".formatted("a".repeat(64)))).hasSize(1);
        assertThat(check("{name: a, labels: {a: %s}}".formatted("a".repeat(64))))
                .hasSize(1);
        assertThat(check("{name: a, annotations: {a: %s}}".formatted("a".repeat(256 * 1024 - 1))))
                .isEmpty();
        assertThat(check("{name: a, annotations: {a: %s}}".formatted("a".repeat(256 * 1024))))
                .hasSize(1);
    }

    private static List<Refusal> check(String metadata) {
        return SERVER.check(Sample.yaml("{apiVersion: v1, kind: ConfigMap, metadata: %s}".formatted(metadata)));
    }
}
