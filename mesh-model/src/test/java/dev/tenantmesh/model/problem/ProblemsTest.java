package dev.tenantmesh.model.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    private final Problems problems = new Problems();

    @Test
    void are_sorted_by_place_then_code_then_words_whatever_the_order_they_came_in() {
        // Given
        add("b.yaml", 1, 1, ProblemCode.UNKNOWN_KEY, "x");
        add("a.yaml", 10, 1, ProblemCode.UNKNOWN_KEY, "x");
        add("a.yaml", 9, 2, ProblemCode.UNKNOWN_KEY, "x");
        add("a.yaml", 9, 1, ProblemCode.LOOSENED, "x");
        add("a.yaml", 9, 1, ProblemCode.UNKNOWN_KEY, "y");
        add("a.yaml", 9, 1, ProblemCode.UNKNOWN_KEY, "x");
        problems.error(ProblemCode.YAML_SYNTAX, Origin.ofFile("a.yaml"), "", "why.", "fix.");

        // When
        List<String> sorted = problems.sorted().stream().map(Problem::toString).toList();

        // Then
        assertThat(sorted)
                .containsExactly(
                        "a.yaml: MESH0102: why. fix.",
                        "a.yaml:9:1: MESH0105 'x': why. fix.",
                        "a.yaml:9:1: MESH0105 'y': why. fix.",
                        "a.yaml:9:1: MESH0140 'x': why. fix.",
                        "a.yaml:9:2: MESH0105 'x': why. fix.",
                        "a.yaml:10:1: MESH0105 'x': why. fix.",
                        "b.yaml:1:1: MESH0105 'x': why. fix.");
    }

    @Test
    void are_told_once() {
        add("a.yaml", 1, 1, ProblemCode.UNKNOWN_KEY, "x");
        add("a.yaml", 1, 1, ProblemCode.UNKNOWN_KEY, "x");

        assertThat(problems.sorted()).hasSize(1);
    }

    @Test
    void stop_a_run_only_if_one_is_an_error() {
        Origin origin = Origin.ofModel("tenant/web");
        problems.info(ProblemCode.UNKNOWN_REFERENCE, origin, "", "why.", "fix.");
        problems.warning(ProblemCode.EXEMPTION_UNUSED, origin, "", "why.", "fix.");
        assertThatCode(problems::throwIfErrors).doesNotThrowAnyException();
        assertThat(problems.hasErrors()).isFalse();

        problems.error(ProblemCode.LOOSENED, origin, "x", "why.", "fix.");

        assertThatThrownBy(problems::throwIfErrors)
                .isInstanceOf(ProblemsException.class)
                .hasMessage("tenant/web: MESH0140 'x': why. fix.");
        assertThat(problems.sorted(Severity.WARNING)).hasSize(1);
    }

    @Test
    void do_not_repaint_a_terminal() {
        problems.error(
                ProblemCode.INVALID_NAME,
                Origin.ofFile("\u001b[2J.yaml"),
                "a\u202eb\u00a0\r\n\u3000\ud800",
                "why.",
                "x".repeat(1000));

        String line = problems.sorted().get(0).toString();

        assertThat(line)
                .startsWith("\\u{1b}[2J.yaml: MESH0120 'a\\u{202e}b\\u{a0}\\u{d}\\u{a}\\u{3000}\\u{d800}': why. xxx")
                .endsWith("x...")
                .hasSizeLessThan(600);
    }

    @Test
    void have_codes_of_their_own_in_ascending_order() {
        List<String> ids =
                Arrays.stream(ProblemCode.values()).map(ProblemCode::id).toList();

        assertThat(ids).doesNotHaveDuplicates().isSorted().allMatch(id -> id.matches("MESH0[1-4][0-9]{2}"));
        assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::title))
                .doesNotHaveDuplicates()
                .noneMatch(title -> title.endsWith("."));
    }

    private void add(String file, int line, int column, ProblemCode code, String written) {
        problems.error(code, new Origin(file, line, column), written, "why.", "fix.");
    }
}
