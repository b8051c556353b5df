package dev.tenantmesh.generator.golden;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toConcurrentMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code kubectl apply -k} of a platform's folder, or of a folder in it, applies every object of it, once. */
class KustomizeTest {

    private static final Set<String> WITH_EVERY_FOLDER = Set.of("every-platform", "retail");

    @TempDir
    static Path scratch;

    @BeforeAll
    static void findKubectl() {
        Kubectl.assumeInstalled();
    }

    /** Of the examples every platform; of the cases those that have a kind of object that none before them has. */
    @TestFactory
    Stream<DynamicTest> everyPlatform() {
        Set<String> known = new HashSet<>();
        return assertApplied(Stream.concat(
                        GoldenCase.examples().stream().flatMap(KustomizeTest::write),
                        GoldenCase.cases().stream()
                                .flatMap(KustomizeTest::write)
                                .filter(folder -> known.addAll(kinds(folder))))
                .toList());
    }

    private static Set<String> kinds(Path folder) {
        return Manifest.in(TextFolder.read(folder)).stream().map(Manifest::kind).collect(Collectors.toSet());
    }

    /** What Argo CD and Flux apply one by one; of the cases that have every kind of folder. */
    @TestFactory
    Stream<DynamicTest> everyFolderByItself() {
        return assertApplied(GoldenCase.all().stream()
                .filter(golden -> WITH_EVERY_FOLDER.contains(golden.name()))
                .flatMap(KustomizeTest::write)
                .flatMap(GoldenCase::foldersOf)
                .filter(folder -> Files.exists(folder.resolve("kustomization.yaml")))
                .toList());
    }

    private static Stream<DynamicTest> assertApplied(List<Path> folders) {
        Map<Path, List<Manifest>> built =
                folders.parallelStream().collect(toConcurrentMap(identity(), Kubectl::kustomize));
        return folders.stream()
                .map(folder -> dynamicTest(
                        scratch.relativize(folder).toString(), () -> assertApplied(folder, built.get(folder))));
    }

    /** The folders of a case's platforms, or of their clusters. */
    private static Stream<Path> write(GoldenCase golden) {
        Path folder = scratch.resolve(golden.name());
        try {
            TextFolder.write(folder, golden.rendering().texts());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return golden.rendering().model().sites().stream()
                .map(site -> folder.resolve(site.platform().name()));
    }

    private static void assertApplied(Path folder, List<Manifest> built) {
        assertThat(built.stream().map(KustomizeTest::nameOf))
                .containsExactlyInAnyOrderElementsOf(Manifest.in(TextFolder.read(folder)).stream()
                        .map(KustomizeTest::nameOf)
                        .toList());
    }

    private static String nameOf(Manifest manifest) {
        return manifest.kind() + " " + manifest.namespace() + "/" + manifest.name();
    }
}
