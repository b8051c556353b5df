package dev.tenantmesh.model.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.yaml.DocumentReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemPagesTest {

    private static final Pattern EXAMPLE = Pattern.compile("```yaml\\R(.*?)```", Pattern.DOTALL);

    private static final Path PAGES = Path.of("..", "docs", "problems");
    private static final List<Path> CASES = List.of(
            Path.of("src", "test", "resources", "cases"),
            Path.of("..", "mesh-generator", "src", "test", "resources", "cases"));

    @ParameterizedTest
    @EnumSource
    void every_code_has_a_page_that_says_why_and_what_to_do(ProblemCode code) throws IOException {
        // When
        List<String> page = Files.readAllLines(PAGES.resolve(code.id() + ".md"));

        // Then
        assertThat(page.get(0)).isEqualTo("# " + code.id() + ": " + code.title());
        assertThat(page).contains("## Why", "## What to do");
    }

    /** What no case prints, since it takes a date, a disk or a build, is covered by the tests of those. */
    @ParameterizedTest
    @EnumSource
    void the_message_of_a_page_is_one_that_a_case_prints(ProblemCode code) throws IOException {
        // Given
        Set<String> printed = printedByCases(code);

        // When
        List<String> shown = Files.readAllLines(PAGES.resolve(code.id() + ".md")).stream()
                .filter(line -> line.contains(": " + code.id()) && !line.startsWith("#"))
                .toList();

        // Then
        if (!printed.isEmpty()) {
            assertThat(shown).isNotEmpty().isSubsetOf(printed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_examples_of_a_page_parse(ProblemCode code) throws IOException {
        // Given
        String page = Files.readString(PAGES.resolve(code.id() + ".md"));
        Problems problems = new Problems();

        // When
        EXAMPLE.matcher(page)
                .results()
                .map(example -> example.group(1).getBytes(StandardCharsets.UTF_8))
                .forEach(example -> DocumentReader.read(code.id(), example, problems));

        // Then
        assertThat(problems.sorted()).allMatch(problem -> problem.code() == code);
    }

    @Test
    void no_page_is_left_over() throws IOException {
        // When
        try (Stream<Path> files = Files.list(PAGES)) {
            List<String> pages = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("MESH"))
                    .toList();

            // Then
            assertThat(pages)
                    .containsExactlyInAnyOrderElementsOf(
                            codes().map(id -> id + ".md").toList());
        }
    }

    @Test
    void the_index_lists_every_code_in_order() throws IOException {
        // When
        List<String> rows = Files.readAllLines(PAGES.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| [MESH"))
                .toList();

        // Then
        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(ProblemCode.values())
                        .map(code -> "| [%1$s](%1$s.md) | %2$s |".formatted(code.id(), code.title()))
                        .toList());
    }

    @Test
    void codes_are_unique_and_ascend() {
        // Then
        assertThat(codes().toList()).doesNotHaveDuplicates().isSorted();
    }

    private static Set<String> printedByCases(ProblemCode code) throws IOException {
        Set<String> printed = new HashSet<>();
        for (Path cases : CASES) {
            try (Stream<Path> files = Files.walk(cases)) {
                for (Path file : files.filter(ProblemPagesTest::isExpectation).toList()) {
                    Files.readAllLines(file).forEach(line -> printed.add(line.replaceFirst("^[A-Z]+ ", "")));
                }
            }
        }
        printed.removeIf(line -> !line.contains(": " + code.id()));
        return printed;
    }

    private static boolean isExpectation(Path file) {
        return file.endsWith("expected.txt") || file.endsWith("findings.txt");
    }

    private static Stream<String> codes() {
        return Arrays.stream(ProblemCode.values()).map(ProblemCode::id);
    }
}
