package dev.tenantmesh.verifier.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.problem.Severity;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinterTest {

    private static final String NODE_PORT = """
            apiVersion: v1
            kind: Service
            metadata:
              name: till
              namespace: shop
              annotations:
                tenantmesh.dev/lint-accept: "%s"
            spec: {type: NodePort, selector: {app: till}, ports: [{port: 80}]}
            """;

    @Test
    void a_kind_that_is_not_understood_stops_no_rule() {
        // When
        List<Problem> problems = LintCase.problems("""
                apiVersion: networking.istio.io/v1alpha3
                kind: EnvoyFilter
                metadata: {name: f, namespace: istio-system}
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: closed, namespace: shop}
                spec: {podSelector: {}, egress: []}
                """);

        // Then
        assertThat(problems)
                .extracting(Problem::code)
                .contains(ProblemCode.NOT_UNDERSTOOD, ProblemCode.PROXY_CODE, ProblemCode.POLICY_TYPES);
    }

    /** V-18. */
    @Test
    void addresses_beyond_a_prefix_are_an_error_beside_all_findings() {
        // When
        List<Problem> problems = LintCase.problems("""
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: out, namespace: shop}
                spec: {podSelector: {}, egress: [{to: [{ipBlock: {cidr: 10.10.1.12/24}}]}]}
                """);

        // Then
        assertThat(problems)
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(ProblemCode.INVALID_FIELD, ProblemCode.POLICY_TYPES);
    }

    /** V-20. */
    @Test
    void a_field_that_is_dropped_and_opens_everything_is_an_error() {
        // When
        List<Problem> problems = LintCase.problems("""
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: webhook, namespace: shop}
                spec:
                  podSelector: {}
                  policyTypes: [Ingress]
                  ingress:
                  - ports:
                    port: webhook
                """);

        // Then
        assertThat(problems)
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(ProblemCode.UNKNOWN_FIELD, ProblemCode.RULE_TOO_WIDE);
    }

    @Test
    void an_object_accepts_a_finding_with_a_reason() {
        // When
        List<Problem> problems = LintCase.problems(NODE_PORT.formatted("MESH0453: tills come in this way"));

        // Then
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.SERVICE_EXPOSED);
            assertThat(problem.severity()).isEqualTo(Severity.INFO);
            assertThat(problem.why()).endsWith("Accepted: tills come in this way.");
        });
    }

    @Test
    void an_object_accepts_nothing_for_another_one() {
        // When
        List<Problem> problems = LintCase.problems(NODE_PORT.formatted("MESH0453: tills; MESH0420: not here")
                + "---\n"
                + NODE_PORT.replaceAll("(?m)^.*annotations:\\R.*\\R", "").replace("name: till", "name: other"));

        // Then
        assertThat(problems)
                .extracting(
                        Problem::code,
                        Problem::severity,
                        problem -> problem.origin().line())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ProblemCode.ACCEPTANCE_UNUSED, Severity.WARNING, 7),
                        org.assertj.core.groups.Tuple.tuple(ProblemCode.SERVICE_EXPOSED, Severity.INFO, 8),
                        org.assertj.core.groups.Tuple.tuple(ProblemCode.SERVICE_EXPOSED, Severity.WARNING, 15));
    }

    @Test
    void an_acceptance_without_a_reason_is_an_error() {
        // When
        List<Problem> problems = LintCase.problems(NODE_PORT.formatted("MESH0453"));

        // Then
        assertThat(problems)
                .extracting(Problem::code, Problem::severity)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ProblemCode.ACCEPTANCE_UNUSED, Severity.ERROR),
                        org.assertj.core.groups.Tuple.tuple(ProblemCode.SERVICE_EXPOSED, Severity.WARNING));
    }

    @Test
    void more_checks_run_beside_the_rules() {
        // Given
        Problems problems = new Problems();
        LintRule more = (context, found) -> context.manifests()
                .all()
                .forEach(manifest -> found.info(
                        ProblemCode.INVALID_FIELD, manifest.origin(), manifest.name(), "It is there.", "Nothing."));

        // When
        new Linter(ClusterProfile.KUBERNETES, List.of(more))
                .lint(ManifestLoader.read("case.yaml", NODE_PORT.formatted(""), problems), problems);

        // Then
        assertThat(problems.sorted())
                .contains(new Problem(
                        ProblemCode.INVALID_FIELD,
                        Severity.INFO,
                        new Origin("case.yaml", 1, 1),
                        "till",
                        "It is there.",
                        "Nothing."));
    }

    @Test
    void every_rule_is_on_the_list_once_and_the_list_is_sorted() throws IOException {
        // Given
        Path folder = Path.of("src", "main", "java", "dev", "tenantmesh", "verifier", "lint");
        List<String> written;
        try (Stream<Path> files = Files.walk(folder)) {
            written = files.filter(file -> isRule(file))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }

        // When
        List<String> listed = LintRules.ALL.stream()
                .map(rule -> rule.getClass().getName())
                .map(name -> name.replaceFirst(".*\\.lint\\.", "").replace('.', '/') + ".java")
                .toList();

        // Then
        assertThat(listed).containsExactlyElementsOf(written);
    }

    private static boolean isRule(Path file) {
        try {
            return Files.isRegularFile(file) && Files.readString(file).contains(" implements LintRule {");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
