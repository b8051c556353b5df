package dev.tenantmesh.model.yaml;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.Locale;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Says in the words of a user why the parser gave up; its own words are about tokens. */
enum SyntaxProblem {
    TAB("(tab)", "A tab cannot stand here.", "Use spaces."),
    COLON_HERE(
            "mapping values are not allowed",
            "A key cannot stand here.",
            "Check the indentation; if the colon belongs to the value, write the value in quotes."),
    NO_COLON("could not find expected ':'", "A key has no colon after it.", "Write `key: value`."),
    NO_COMMA("expected ',' or", "A comma or a closing bracket is missing before this.", "Add it."),
    INDENTATION("expected <block end>", "This does not belong to what stands above it.", "Check the indentation."),
    DOCUMENT("expected '<document start>'", "The document has ended before this.", "Start a new one with `---`."),
    END("unexpected end of stream", "A quote is never closed.", "Close it."),
    SEPARATOR("unexpected document separator", "A quote is not closed before the document ends.", "Close it."),
    ESCAPE("escape", "This escape does not exist.", "Write the text in single quotes, which take it as it is."),
    START("cannot start any token", "A value cannot start with this character.", "Write the value in quotes."),
    OTHER("", "This is not YAML.", "Check quotes, brackets and indentation.");

    private static final int LONGEST = 80;

    private final String sign;
    private final String why;
    private final String fix;

    SyntaxProblem(String sign, String why, String fix) {
        this.sign = sign;
        this.why = why;
        this.fix = fix;
    }

    /** Reports the end of a text, with the line it ends at. */
    static void report(YAMLException failure, String source, String text, Problems problems) {
        if (failure instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            Mark mark = marked.getProblemMark();
            SyntaxProblem kind = of(String.valueOf(marked.getProblem()));
            String line =
                    text.lines().skip(mark.getLine()).findFirst().orElse("").strip();
            String written = line.substring(
                    0, line.offsetByCodePoints(0, Math.min(LONGEST, line.codePointCount(0, line.length()))));
            problems.error(ProblemCode.YAML_SYNTAX, Marks.origin(source, mark), written, kind.why, kind.fix);
        } else {
            problems.error(ProblemCode.YAML_SYNTAX, Marks.origin(source, null), "", OTHER.why, OTHER.fix);
        }
    }

    private static SyntaxProblem of(String reason) {
        String lower = reason.toLowerCase(Locale.ROOT);
        for (SyntaxProblem kind : values()) {
            if (lower.contains(kind.sign)) {
                return kind;
            }
        }
        return OTHER;
    }
}
