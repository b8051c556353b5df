package dev.tenantmesh.verifier.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of mistake is reported once, at its place and with its rule. */
class SchemaChecksTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: object, properties: {a: {type: string}}}      | {a: 1}      | a.yaml:4:11: MESH0460 '1': It is not of its type: integer found, [string] expected.
            {type: object, properties: {a: {type: integer}}}     | {a: '1'}    | a.yaml:4:11: MESH0460 '1': It is not of its type: string found, [integer] expected.
            {type: object, properties: {a: {type: integer}}}     | {a: 1.5}    | a.yaml:4:11: MESH0460 '1.5': It is not of its type: number found, [integer] expected.
            {type: object, properties: {a: {type: boolean}}}     | {a: 'yes'}  | a.yaml:4:11: MESH0460 'yes': It is not of its type: string found, [boolean] expected.
            {type: object, properties: {a: {type: array, items: {type: string}}}} | {a: x} | a.yaml:4:11: MESH0460 'x': It is not of its type: string found, [array] expected.
            {type: object, properties: {a: {type: array, items: {type: string}}}} | {a: [x, 7]} | a.yaml:4:15: MESH0460 '7': It is not of its type: integer found, [string] expected.
            {type: object, properties: {a: {type: object, additionalProperties: {type: string}}}} | {a: {k: true}} | a.yaml:4:15: MESH0460 'true': It is not of its type: boolean found, [string] expected.
            {type: object, properties: {a: {type: string, enum: [One, Two]}}} | {a: Tow} | a.yaml:4:11: MESH0460 'Tow': It is none of One, Two. Did you mean 'Two'?
            {type: object, required: [a], properties: {a: {type: string}}} | {} | a.yaml:4:1: MESH0460: The field 'a' is missing.
            {type: object, required: [a], properties: {a: {type: string}}} | {a: } | a.yaml:4:1: MESH0460: The field 'a' is missing.
            {type: object, properties: {a: {type: string, pattern: '^[a-z]+$'}}} | {a: X} | a.yaml:4:11: MESH0460 'X': It does not match the regex pattern ^[a-z]+$.
            {type: object, properties: {a: {type: integer, minimum: 3}}} | {a: 2} | a.yaml:4:11: MESH0460 '2': It must have a minimum value of 3.
            {type: object, properties: {a: {type: integer, format: int32}}} | {a: 2147483648} | a.yaml:4:11: MESH0460 '2147483648': It must have a maximum value of 2147483647.
            {type: object, properties: {a: {type: string, maxLength: 2}}} | {a: xxx} | a.yaml:4:11: MESH0460 'xxx': It must be at most 2 characters long.
            {type: object, properties: {a: {type: array, maxItems: 1, items: {type: string}}}} | {a: [x, y]} | a.yaml:4:8: MESH0460: It must have at most 1 items but found 2.
            {type: object, properties: {a: {type: string, format: ipv4}}} | {a: '::1'} | a.yaml:4:11: MESH0460 '::1': It does not have the format ipv4.
            {type: object, properties: {a: {type: string, format: date-time}}} | {a: monday} | a.yaml:4:11: MESH0460 'monday': It does not have the format date-time.
            {type: object, properties: {a: {x-kubernetes-int-or-string: true}}} | {a: true} | a.yaml:4:11: MESH0460 'true': It is not of its type: boolean found, [integer, string] expected.
            {type: object, properties: {a: {type: array, x-kubernetes-list-type: set, items: {type: string}}}} | {a: [x, x]} | a.yaml:4:15: MESH0460: The item repeats "x", which item 0 of the list has already.
            {type: object, properties: {a: {type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [k], items: {type: object, properties: {k: {type: string}}}}}} | {a: [{k: x}, {k: x}]} | a.yaml:4:20: MESH0460: The item repeats ["x"], which item 0 of the list has already.
            {type: object, properties: {a: {type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true}}} | {a: {kind: X}} | a.yaml:4:8: MESH0460: The field 'apiVersion' is missing.
            {type: object, oneOf: [{required: [a]}, {required: [b]}], properties: {a: {type: string}, b: {type: string}}} | {a: x, b: y} | a.yaml:4:1: MESH0460: Exactly one of its alternatives must hold; it is about a, b.
            {type: object, properties: {list: {type: array, items: {type: object, not: {required: [a, b]}, properties: {a: {type: string}, b: {type: string}}}}}} | {list: [{a: x, b: y}]} | a.yaml:4:15: MESH0460: What its schema excludes holds; it is about a, b.
            {type: object, properties: {alpha: {type: string}}} | {alhpa: x} | a.yaml:4:8: MESH0461 'alhpa': There is no such field in spec. The API server refuses it, or drops it if validation is not strict. Did you mean 'alpha'?
            {type: object, properties: {a: {type: array, items: {type: object, properties: {b: {type: string}}}}}} | {a: [{c: x}]} | a.yaml:4:13: MESH0461 'c': There is no such field in spec.a.0.
            {type: object, x-kubernetes-validations: [{rule: 'size(self.a) > 2', message: too short}], properties: {a: {type: string}}} | {a: xx} | a.yaml:4:1: MESH0463: A rule of the definition does not hold: too short.
            {type: object, x-kubernetes-validations: [{rule: 'false', messageExpression: '"got " + self.a', fieldPath: .a}], properties: {a: {type: string}}} | {a: xx} | a.yaml:4:11: MESH0463 'xx': A rule of the definition does not hold: got xx.
            {type: object, properties: {a: {type: string, x-kubernetes-validations: [{rule: 'quantity(self).isLessThan(quantity("1Gi"))'}]}}} | {a: 2Gi} | a.yaml:4:11: MESH0463 '2Gi': A rule of the definition does not hold: failed rule: quantity(self).isLessThan(quantity("1Gi")).
            {type: object, properties: {a: {type: string, x-kubernetes-validations: [{rule: 'cidr("10.0.0.0/8").containsIP(self)'}]}}} | {a: 11.0.0.1} | a.yaml:4:11: MESH0463 '11.0.0.1': A rule of the definition does not hold: failed rule
            """)
    void a_mistake_is_reported(String schema, String spec, String problem) {
        assertThat(Checked.bySpec(schema, spec))
                .filteredOn(said -> !said.contains("MESH0464"))
                .singleElement()
                .asString()
                .startsWith(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: object, x-kubernetes-preserve-unknown-fields: true} | {anything: {goes: 1}}
            {type: object, properties: {a: {type: integer}}} | {a: 1.0}
            {type: object, properties: {a: {type: integer}}} | {a: 0x1F}
            {type: object, properties: {a: {type: string}}}  | {a: 8080:80}
            {type: object, properties: {a: {type: string, nullable: true}}, required: [a]} | {a: null}
            {type: object, properties: {a: {type: string, default: x}}, required: [a]} | {}
            {type: object, properties: {a: {type: string, format: nobody-knows}}} | {a: x}
            {type: object, x-kubernetes-validations: [{rule: self == oldSelf}], properties: {a: {type: string}}} | {a: x}
            {type: object, x-kubernetes-validations: [{rule: '!oldSelf.hasValue()', optionalOldSelf: true}], properties: {a: {type: string}}} | {a: x}
            {type: object, x-kubernetes-validations: [{rule: 'self.a < duration("2h")'}], properties: {a: {type: string, format: duration}}} | {a: 90m}
            """)
    void what_the_schema_takes_passes(String schema, String spec) {
        assertThat(Checked.bySpec(schema, spec)).isEmpty();
    }

    @Test
    void a_version_that_is_not_served_is_refused() {
        // Given
        Problems problems = new Problems();
        SchemaChecks checks = SchemaChecks.of(ManifestLoader.read("crds.yaml", """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: caches.shop.example}
                spec:
                  group: shop.example
                  names: {kind: Cache}
                  versions:
                    - {name: v1, served: true, schema: {openAPIV3Schema: {type: object}}}
                    - {name: v1alpha1, served: false, schema: {openAPIV3Schema: {type: object}}}
                """, problems), problems);

        // When
        List<String> said =
                Checked.said(checks, "{apiVersion: shop.example/v1alpha1, kind: Cache, metadata: {name: a}}", problems);

        // Then
        assertThat(said)
                .containsExactly("a.yaml:1:14: MESH0462 'shop.example/v1alpha1': This version of Cache is not served."
                        + " Write one that is served: shop.example/v1.");
    }

    @Test
    void a_rule_that_takes_too_many_steps_is_named_and_refuses_nothing() {
        String numbers = "[" + "1, ".repeat(120) + "1]";

        assertThat(Checked.bySpec(
                        "{type: object, properties: {a: {type: array, items: {type: integer}, x-kubernetes-validations:"
                                + " [{rule: 'self.all(a, self.all(b, self.all(c, a + b + c > 0)))'}]}}}",
                        "{a: " + numbers + "}"))
                .singleElement()
                .asString()
                .contains("MESH0464", "takes too many steps");
    }

    @Test
    void what_is_no_definition_is_named() {
        // Given
        Problems problems = new Problems();
        Manifests folder = ManifestLoader.read("crds.yaml", """
                apiVersion: apiextensions.k8s.io/v1beta1
                kind: CustomResourceDefinition
                metadata: {name: old.shop.example}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: a, namespace: b}
                ---
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: empty.shop.example}
                spec: {group: shop.example, names: {kind: Empty}}
                """, problems);

        // When
        SchemaChecks.of(folder, problems);

        // Then
        assertThat(problems.sorted())
                .extracting(Object::toString)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("crds.yaml:2:7: MESH0464")
                                .contains("This is no"),
                        second -> assertThat(second)
                                .startsWith("crds.yaml:6:7: MESH0464")
                                .contains("This is no"),
                        third -> assertThat(third)
                                .startsWith("crds.yaml:12:1: MESH0464")
                                .contains("no versions"));
    }

    @Test
    void kinds_without_a_definition_are_named_once() {
        // Given
        Problems problems = new Problems();
        SchemaChecks checks = SchemaChecks.of(ManifestLoader.read("crds.yaml", "", problems), problems);

        // When
        List<String> said = Checked.said(checks, """
                {apiVersion: v1, kind: Service, metadata: {name: a, namespace: b}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: c, namespace: b, labels: {d: 1}}}
                ---
                {apiVersion: v1, kind: Namespace, metadata: {name: b}}
                """, problems);

        // Then
        assertThat(said)
                .hasSize(2)
                .anyMatch(text -> text.contains("MESH0464")
                        && text.contains("Of 3 objects only the metadata was checked")
                        && text.contains("Namespace, Service"));
        assertThat(said).anyMatch(text -> text.startsWith("a.yaml:3:79: MESH0460 '1'"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {ingress: [{from: [{}]}]} | MESH0463: A rule of the definition does not hold: must specify a peer.
            {ingress: [{form: []}]} | MESH0461 'form': There is no such field in spec.ingress.0.
            {egress: [{to: [{ipBlock: {cidr: 10.0.0.1/8}}]}]} | MESH0460 '10.0.0.1/8': Newer API servers want the one spelling of a network: 10.0.0.0/8.
            """)
    void network_policies_are_checked_without_definitions(String spec, String problem) {
        Problems problems = new Problems();
        SchemaChecks checks = SchemaChecks.of(ManifestLoader.read("crds.yaml", "", problems), problems);

        assertThat(Checked.said(checks, """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: a, namespace: b}
                spec: %s
                """.formatted(spec), problems))
                .singleElement()
                .asString()
                .contains(problem);
    }

    @Test
    void an_object_lands_in_the_namespace_that_the_run_names(@TempDir Path folder) throws IOException {
        // Given
        Problems problems = new Problems();
        SchemaChecks checks = SchemaChecks.of(ManifestLoader.read("crds.yaml", "", problems), problems);
        Files.writeString(
                folder.resolve("a.yaml"),
                "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: a}, spec: {podSelector: {}}}");

        // When
        LoadOptions options = LoadOptions.DEFAULT.inNamespace("shop");
        checks.check(ManifestLoader.load(List.of(folder), options, problems), problems);

        // Then
        assertThat(problems.sorted()).isEmpty();
    }
}
