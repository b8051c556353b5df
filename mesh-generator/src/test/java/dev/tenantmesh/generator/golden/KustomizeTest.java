package dev.tenantmesh.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code kubectl apply -k} of a platform's folder applies every object of it, once. */
class KustomizeTest {

    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    static Path scratch;

    @BeforeAll
    static void findKubectl() {
        boolean installed = Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
        Assumptions.assumeTrue(installed, "skipped: kubectl is not installed");
    }

    @TestFactory
    Stream<DynamicTest> everyPlatform() {
        return GoldenCase.forEach(golden -> {
            Path folder = scratch.resolve(golden.name());
            TextFolder.write(folder, golden.rendering().texts());
            for (Path platform : GoldenCase.foldersOf(folder).toList()) {
                String name = platform.getFileName().toString();
                List<String> expected = Manifest.in(golden.rendering().texts()).stream()
                        .filter(manifest -> manifest.platform().equals(name))
                        .map(KustomizeTest::identity)
                        .toList();

                List<String> built = Arrays.stream(kustomize(platform).split("(?m)^---\\R", -1))
                        .map(document -> identity(Manifest.of("kustomize", document)))
                        .toList();

                assertThat(built).as(name).containsExactlyInAnyOrderElementsOf(expected);
            }
        });
    }

    private static String identity(Manifest manifest) {
        return manifest.kind() + " " + manifest.namespace() + "/" + manifest.name();
    }

    private static String kustomize(Path folder) throws IOException, InterruptedException {
        Path errors = Files.createTempFile(scratch, "kustomize", ".err");
        Process kubectl = new ProcessBuilder("kubectl", "kustomize", folder.toString())
                .redirectError(errors.toFile())
                .start();
        String built = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(kubectl.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(kubectl.exitValue()).as(Files.readString(errors)).isZero();
        return built;
    }
}
