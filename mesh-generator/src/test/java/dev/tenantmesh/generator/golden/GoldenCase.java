package dev.tenantmesh.generator.golden;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * Mesh documents and what is expected of them.
 *
 * @param name the name of its folder
 * @param mesh the documents
 * @param deploy the manifests they are rendered to
 * @param notes the folder of {@code findings.txt} and, where a policy is open to everyone, {@code open.txt}
 */
record GoldenCase(String name, Path mesh, Path deploy, Path notes) {

    static final Path CASES = Path.of("src/test/resources/cases");
    static final Path REFUSED = CASES.resolve("refused");
    static final Path NOTES_OF_EXAMPLES = Path.of("src/test/resources/examples");

    static final Path EXAMPLES = Path.of("../examples");
    private static final Map<Path, Rendering> RENDERED = new ConcurrentHashMap<>();

    /** The small ones, each about one thing. */
    static List<GoldenCase> cases() {
        return foldersOf(CASES)
                .filter(folder -> !folder.equals(REFUSED))
                .map(folder -> new GoldenCase(
                        folder.getFileName().toString(), folder.resolve("mesh"), folder.resolve("deploy"), folder))
                .toList();
    }

    /** The examples with a whole model, which are laid out as a user's project. */
    static List<GoldenCase> examples() {
        return foldersOf(EXAMPLES)
                .filter(folder -> Files.isRegularFile(folder.resolve("EXPECTED.md")))
                .map(folder -> new GoldenCase(
                        folder.getFileName().toString(),
                        folder.resolve("src/main/mesh"),
                        folder.resolve("deploy"),
                        NOTES_OF_EXAMPLES.resolve(folder.getFileName())))
                .toList();
    }

    static List<GoldenCase> all() {
        List<GoldenCase> all =
                Stream.concat(cases().stream(), examples().stream()).toList();
        Set<String> names = new HashSet<>();
        all.stream().filter(each -> !names.add(each.name)).findFirst().ifPresent(twin -> {
            throw new IllegalStateException("a case and an example are both called " + twin.name);
        });
        return all;
    }

    /** One test for each case and each example. */
    static Stream<DynamicTest> forEach(ThrowingConsumer<GoldenCase> test) {
        return all().stream().map(each -> dynamicTest(each.name, () -> test.accept(each)));
    }

    /** What its documents are rendered to now; rendered once for all tests. */
    Rendering rendering() {
        return RENDERED.computeIfAbsent(mesh, Rendering::of);
    }

    static Stream<Path> foldersOf(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
