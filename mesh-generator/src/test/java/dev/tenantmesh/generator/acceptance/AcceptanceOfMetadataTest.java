package dev.tenantmesh.generator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for the metadata of every object. */
class AcceptanceOfMetadataTest {

    private static final Acceptance SERVER = Acceptance.forFolders(Path.of(""));
    private static final String CONFIG_MAP = Acceptance.unknownKind("v1", "ConfigMap");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name: a.b-c.1}",
                "{name: a, labels: {a: '', a.b/C_d.e: x_y.Z}}",
                "{name: a, namespace: b, annotations: {A.B/c: 'any text', d: ''}}",
            })
    void goodMetadataPasses(String metadata) {
        assertThat(check(metadata)).containsExactly(CONFIG_MAP);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {nmae: a, name: a}                | /metadata/nmae: unknown field
            {}                                | /metadata/name: not a name
            {name: A}                         | /metadata/name: not a name
            {name: a_b}                       | /metadata/name: not a name
            {name: a..b}                      | /metadata/name: not a name
            {name: a, namespace: b.c}         | /metadata/namespace: not an RFC 1123 label
            {name: a, namespace: ''}          | /metadata/namespace: not an RFC 1123 label
            {name: a, labels: {a b: c}}       | /metadata/labels/a b: not the key of a label
            {name: a, labels: {A.b/c: d}}     | /metadata/labels/A.b~1c: not the key of a label
            {name: a, labels: {a/b/c: d}}     | /metadata/labels/a~1b~1c: not the key of a label
            {name: a, labels: {a: -b}}        | /metadata/labels/a: not the value of a label
            {name: a, labels: {a: 1}}         | /metadata/labels/a: not the value of a label
            {name: a, annotations: {a/: b}}   | /metadata/annotations/a~1: not the key of an annotation
            {name: a, annotations: {a: true}} | /metadata/annotations/a: not a string
            """)
    void mistakesAreFound(String metadata, String message) {
        assertThat(check(metadata)).hasSize(2).first().asString().startsWith(message);
    }

    @ParameterizedTest
    @CsvSource({
        "rbac.authorization.k8s.io/v1, Role, 'system:reader', true",
        "rbac.authorization.k8s.io/v1, Role, a/b, false",
        "v1, Namespace, a.b, false",
        "v1, ConfigMap, a.b, true",
    })
    void eachKindHasItsFormOfName(String apiVersion, String kind, String name, boolean accepted) {
        Map<String, ?> object = Map.of("apiVersion", apiVersion, "kind", kind, "metadata", Map.of("name", name));

        assertThat(SERVER.check(object)).hasSize(accepted ? 1 : 2);
    }

    @Test
    void lengthsAreLimited() {
        assertThat(check("{name: %s}".formatted("a".repeat(253)))).hasSize(1);
        assertThat(check("{name: %s}".formatted("a".repeat(254)))).hasSize(2);
        assertThat(check("{name: a, namespace: %s}".formatted("a".repeat(64)))).hasSize(2);
        assertThat(check("{name: a, labels: {a: %s}}".formatted("a".repeat(64))))
                .hasSize(2);
        assertThat(check("{name: a, annotations: {a: %s}}".formatted("a".repeat(256 * 1024 - 1))))
                .hasSize(1);
        assertThat(check("{name: a, annotations: {a: %s}}".formatted("a".repeat(256 * 1024))))
                .hasSize(2);
    }

    private static List<String> check(String metadata) {
        return SERVER.check(Sample.yaml("{apiVersion: v1, kind: ConfigMap, metadata: %s}".formatted(metadata)));
    }
}
