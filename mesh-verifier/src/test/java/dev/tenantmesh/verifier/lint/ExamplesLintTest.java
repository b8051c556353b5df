package dev.tenantmesh.verifier.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.problem.Severity;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the generator makes has no finding that would stop a build. */
class ExamplesLintTest {

    private static final Path EXAMPLES = Path.of("..", "examples");

    static Stream<Path> deployments() throws IOException {
        try (Stream<Path> examples = Files.list(EXAMPLES)) {
            return examples
                    .map(example -> example.resolve("deploy"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList()
                    .stream()
                    .flatMap(ExamplesLintTest::clusters);
        }
    }

    /** What is applied to one cluster has an overview of its own; a platform of several clusters is a folder of these. */
    private static Stream<Path> clusters(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(Files::isDirectory).sorted().toList().stream()
                    .flatMap(each ->
                            Files.exists(each.resolve("kustomization.yaml")) ? Stream.of(each) : clusters(each));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void a_deployment_has_no_error(Path deployment) {
        // Given
        Problems problems = new Problems();
        LoadOptions options = LoadOptions.DEFAULT.namedFrom(deployment.normalize());
        Manifests manifests = ManifestLoader.load(List.of(deployment), options, problems);

        // When
        new Linter(ClusterProfile.OVN_KUBERNETES, List.of()).lint(manifests, problems);

        // Then
        assertThat(problems.sorted(Severity.ERROR).stream().map(Problem::toString))
                .isEmpty();
        if (Boolean.getBoolean("mesh.show")) {
            problems.sorted().forEach(problem -> System.out.println(problem.severity() + " " + problem));
        }
    }
}
