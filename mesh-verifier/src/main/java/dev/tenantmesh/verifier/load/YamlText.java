package dev.tenantmesh.verifier.load;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of a file into the text that a YAML parser takes: UTF-8 with or without a byte order mark. */
final class YamlText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private YamlText() {}

    /** The text, or null after reporting that the bytes are none. */
    static @Nullable String of(String source, byte[] content, Problems problems) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            String bare = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
            return isJson(bare) ? bare.replace('\t', ' ') : bare;
        } catch (CharacterCodingException e) {
            problems.error(
                    ProblemCode.UNREADABLE_FILE,
                    Origin.ofFile(source),
                    "",
                    "The file is not valid UTF-8.",
                    "Save it as UTF-8.");
            return null;
        }
    }

    /** JSON is YAML but for tabs between its tokens; inside its strings there can be none. */
    private static boolean isJson(String text) {
        String start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[");
    }
}
