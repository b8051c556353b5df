package dev.tenantmesh.generator.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of capabilities names examples that prove something, and leaves none out. */
class CapabilitiesTest {

    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!capability|---).*\\|$");
    private static final Pattern EXAMPLE = Pattern.compile("\\(\\.\\./examples/([^/)]+)/README\\.md\\)");

    static Stream<String> rows() throws IOException {
        return ROW
                .matcher(Readme.read("docs/capabilities.md").text())
                .results()
                .map(row -> row.group())
                .toList()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_capability_is_shown_by_what_is_committed(String row) {
        assertThat(named(row))
                .isNotEmpty()
                .allSatisfy(example -> assertThat(EXAMPLES.resolve(example))
                        .satisfiesAnyOf(
                                folder -> assertThat(folder.resolve("deploy")).isNotEmptyDirectory(),
                                folder -> assertThat(folder.resolve("project/deploy"))
                                        .isNotEmptyDirectory()));
    }

    @Test
    void every_example_is_named() throws IOException {
        assertThat(named(Readme.read("docs/capabilities.md").text())).isEqualTo(examples());
    }

    /** A picture, since who reaches whom is easier seen than said. */
    @ParameterizedTest
    @MethodSource("examples")
    void an_example_has_a_drawing(String example) throws IOException {
        assertThat(Readme.read("examples/" + example + "/README.md").blocks("")).isNotEmpty();
    }

    static Set<String> examples() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            folders.filter(folder -> Files.exists(folder.resolve("README.md")))
                    .forEach(folder -> names.add(folder.getFileName().toString()));
        }
        return names;
    }

    private static Set<String> named(String text) {
        Set<String> names = new TreeSet<>();
        EXAMPLE.matcher(text).results().forEach(link -> names.add(link.group(1)));
        return names;
    }
}
