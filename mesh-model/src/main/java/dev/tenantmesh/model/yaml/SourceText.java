package dev.tenantmesh.model.yaml;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.Printable;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a file into text that is safe to parse and to show: strict UTF-8, no byte order mark, and every
 * invisible character reported and replaced, so that the rest of the file can still be read with the same positions.
 */
final class SourceText {

    /** Stands in the text for what was reported; refused itself, since it only ever comes from a damaged text. */
    static final int REPLACEMENT = 0xFFFD;

    private static final int MAX_REPORTED = 100;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final String source;
    private final Problems problems;
    private final StringBuilder clean = new StringBuilder();
    private int line = 1;
    private int column = 1;
    private int reported;

    private SourceText(String source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** The text, or null if the bytes are not text. */
    static @Nullable String read(String source, byte[] content, Problems problems) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer chars = CharBuffer.allocate(content.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(bytes, chars, true);
        SourceText text = new SourceText(source, problems);
        text.take(chars.flip().toString());
        if (result.isUnderflow()) {
            return text.clean.toString();
        }
        problems.error(
                ProblemCode.UNREADABLE_FILE,
                text.here(),
                "",
                "The file is not valid UTF-8 from byte " + bytes.position() + ".",
                "Save it as UTF-8.");
        return null;
    }

    /** Whether a code point may stand in a value or key. */
    static boolean isAllowed(int point) {
        return Printable.isVisible(point) && point != REPLACEMENT;
    }

    private void take(String text) {
        int start = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        int previous = 0;
        for (int point : text.substring(start).codePoints().toArray()) {
            clean.appendCodePoint(checked(point));
            move(point, previous);
            previous = point;
        }
    }

    private int checked(int point) {
        if (point == '\t' || point == '\n' || point == '\r' || isAllowed(point)) {
            return point;
        }
        if (reported++ < MAX_REPORTED) {
            refuse(problems, here(), point);
        }
        return REPLACEMENT;
    }

    private void move(int point, int previous) {
        if (point == '\n' && previous == '\r') {
            return;
        }
        boolean lineBreak = point == '\n' || point == '\r';
        line = lineBreak ? line + 1 : line;
        column = lineBreak ? 1 : column + 1;
    }

    private Origin here() {
        return new Origin(source, line, column);
    }

    static void refuse(Problems problems, Origin origin, int point) {
        boolean space = point == '\t' || point == '\n' || point == '\r';
        problems.error(
                ProblemCode.INVISIBLE_CHARACTER,
                origin,
                Character.toString(point),
                space ? "A line break or tab may stand only in a block value." : "This character cannot be seen.",
                space ? "Remove it, or write the value as a block with `|`." : "Remove it.");
    }
}
