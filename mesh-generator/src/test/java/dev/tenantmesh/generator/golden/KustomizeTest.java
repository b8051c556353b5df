package dev.tenantmesh.generator.golden;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toConcurrentMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code kubectl apply -k} of a platform's folder applies every object of it, once. */
class KustomizeTest {

    @TempDir
    static Path scratch;

    @BeforeAll
    static void findKubectl() {
        Kubectl.assumeInstalled();
    }

    @TestFactory
    Stream<DynamicTest> everyPlatform() {
        List<Path> platforms =
                GoldenCase.all().stream().flatMap(KustomizeTest::write).toList();
        Map<Path, List<Manifest>> built =
                platforms.parallelStream().collect(toConcurrentMap(identity(), Kubectl::kustomize));
        return platforms.stream()
                .map(platform -> dynamicTest(
                        scratch.relativize(platform).toString(), () -> assertApplied(platform, built.get(platform))));
    }

    /** The folders of a case's platforms. */
    private static Stream<Path> write(GoldenCase golden) {
        Path folder = scratch.resolve(golden.name());
        try {
            TextFolder.write(folder, golden.rendering().texts());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return GoldenCase.foldersOf(folder);
    }

    private static void assertApplied(Path platform, List<Manifest> built) {
        assertThat(built.stream().map(KustomizeTest::nameOf))
                .containsExactlyInAnyOrderElementsOf(Manifest.in(TextFolder.read(platform)).stream()
                        .map(KustomizeTest::nameOf)
                        .toList());
    }

    private static String nameOf(Manifest manifest) {
        return manifest.kind() + " " + manifest.namespace() + "/" + manifest.name();
    }
}
