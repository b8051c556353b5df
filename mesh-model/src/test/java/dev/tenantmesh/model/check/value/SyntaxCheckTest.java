package dev.tenantmesh.model.check.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.Syntax;
import dev.tenantmesh.model.problem.ProblemCode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The corpus has the bad values a team writes; here are the edges: lengths, ends, and what could break out of YAML. */
class SyntaxCheckTest {

    @ParameterizedTest
    @CsvSource({
        "LABEL, 63, INVALID_NAME",
        "SERVICE, 63, INVALID_NAME",
        "PORT_NAME, 15, INVALID_NAME",
        "LABELS, 63, INVALID_LABEL"
    })
    void a_name_has_a_longest_length(Syntax.Of syntax, int longest, ProblemCode code) {
        assertThat(SyntaxCheck.of(syntax, "a".repeat(longest))).isNull();
        assertThat(SyntaxCheck.of(syntax, "a".repeat(longest + 1)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource(
            value = Syntax.Of.class,
            names = {"SUBDOMAIN", "HOST"})
    void a_name_of_many_labels_has_at_most_253_characters(Syntax.Of syntax) {
        String longest = "a.".repeat(126) + "a";

        assertThat(SyntaxCheck.of(syntax, longest)).isNull();
        assertThat(SyntaxCheck.of(syntax, longest + ".a")).isNotNull();
        assertThat(SyntaxCheck.of(syntax, "a".repeat(63) + ".a")).isNull();
        assertThat(SyntaxCheck.of(syntax, "a".repeat(64) + ".a")).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = Syntax.Of.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"LABELS", "ANNOTATIONS"})
    void nothing_is_accepted_that_could_mean_something_else_elsewhere(Syntax.Of syntax) {
        for (String hostile : new String[] {
            "",
            " ",
            "a b",
            "a\n",
            "\na",
            "a\u0000",
            "a\u202e",
            "../a",
            "a/../../b",
            "/..\\a",
            "${a}",
            "{{a}}",
            "a;b",
            "a\"b",
            "a: b",
            "-",
            "a_b",
            "A",
            "é",
            "a\u200bb",
            "ａ",
            "a'b"
        }) {
            if (syntax == Syntax.Of.PATH && hostile.startsWith("/")) {
                continue;
            }
            assertThat(SyntaxCheck.of(syntax, hostile)).as("'%s'", hostile).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Syntax.Of.class)
    void a_long_text_is_refused_soon_and_without_a_crash(Syntax.Of syntax) {
        for (String part : new String[] {"a", "a.", "a-", "-", "/", "a/", "1", "1.", ":", "a*", "*."}) {
            assertThat(SyntaxCheck.of(syntax, part.repeat(200_000))).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a*", "payments-*", "a-*", "0*", "payments-prod"})
    void a_pattern_of_namespaces_is_a_name_or_a_prefix(String pattern) {
        assertThat(SyntaxCheck.of(Syntax.Of.NAMESPACE_PATTERN, pattern)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "**", "-*", "a**", "*a", "a*b", "a.*", "a/*", "A*"})
    void no_pattern_of_namespaces_matches_everything_or_in_the_middle(String pattern) {
        assertThat(SyntaxCheck.of(Syntax.Of.NAMESPACE_PATTERN, pattern)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("edges")
    void accepts_up_to_the_edge(Syntax.Of syntax, String text, boolean accepted) {
        assertThat(SyntaxCheck.of(syntax, text) == null).isEqualTo(accepted);
    }

    static Stream<Arguments> edges() {
        return Stream.of(
                Arguments.of(Syntax.Of.PORT, "1", true),
                Arguments.of(Syntax.Of.PORT, "65535", true),
                Arguments.of(Syntax.Of.PORT, "0", false),
                Arguments.of(Syntax.Of.PORT, "65536", false),
                Arguments.of(Syntax.Of.PORT, "99999", false),
                Arguments.of(Syntax.Of.PORT, "-1", false),
                Arguments.of(Syntax.Of.PORT, "٣", false),
                Arguments.of(Syntax.Of.VERSION, "1.30", true),
                Arguments.of(Syntax.Of.VERSION, "1", false),
                Arguments.of(Syntax.Of.VERSION, "1.30.1", false),
                Arguments.of(Syntax.Of.VERSION, "01.3", false),
                Arguments.of(Syntax.Of.PATH, "/", true),
                Arguments.of(Syntax.Of.PATH, "/a%20b", true),
                Arguments.of(Syntax.Of.PATH, "/a?b", false),
                Arguments.of(Syntax.Of.PATH, "/a#b", false),
                Arguments.of(Syntax.Of.SCOPED_NAME, "a/b", true),
                Arguments.of(Syntax.Of.SCOPED_NAME, "a/", false),
                Arguments.of(Syntax.Of.SCOPED_NAME, "/a", false),
                Arguments.of(Syntax.Of.HOST, "a.b", true),
                Arguments.of(Syntax.Of.HOST, "a", false),
                Arguments.of(Syntax.Of.HOST, "1.2.3.4", false),
                Arguments.of(Syntax.Of.HOST, "1.2.3.a", true),
                Arguments.of(Syntax.Of.HOST, "xn--mnchen-3ya.de", true),
                Arguments.of(Syntax.Of.HOST, "*.a.b", false),
                Arguments.of(Syntax.Of.HOST_PATTERN, "*.a.b", true),
                Arguments.of(Syntax.Of.HOST_PATTERN, "*.b", false),
                Arguments.of(Syntax.Of.SERVICE, "0a", false),
                Arguments.of(Syntax.Of.LABELS, "", true),
                Arguments.of(Syntax.Of.LABELS, "A_b.C-1", true));
    }

    @ParameterizedTest
    @CsvSource({
        "a, true",
        "a.b/c, true",
        "A_b.c, true",
        "a/b/c, false",
        "/a, false",
        "a/, false",
        "A/b, false",
        "-a, false",
        "a.-b/c, false"
    })
    void a_label_key_is_a_name_with_or_without_a_prefix(String key, boolean accepted) {
        assertThat(SyntaxCheck.labelKey(key) == null).isEqualTo(accepted);
    }
}
