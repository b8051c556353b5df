package dev.tenantmesh.model.yaml;

import static dev.tenantmesh.model.yaml.Reading.messages;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFileTest {

    private static final Duration SHORT = Duration.ofSeconds(30);

    @Test
    void refuses_bytes_that_are_not_utf_8() {
        assertThat(Reading.of("a: b\nc: \u00e9!".getBytes(ISO_8859_1)).messages())
                .containsExactly("m.yaml:2:4: MESH0101: The file is not valid UTF-8 from byte 8. Save it as UTF-8.");
    }

    @Test
    void refuses_utf_16() {
        assertThat(Reading.of("a: b".getBytes(UTF_16)).messages())
                .containsExactly("m.yaml:1:1: MESH0101: The file is not valid UTF-8 from byte 0. Save it as UTF-8.");
    }

    @Test
    void refuses_a_file_that_ends_within_a_character() {
        assertThat(Reading.of(new byte[] {'a', ':', ' ', (byte) 0xF0, (byte) 0x9F})
                        .messages())
                .containsExactly("m.yaml:1:4: MESH0101: The file is not valid UTF-8 from byte 3. Save it as UTF-8.");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0, 7, 0x1B, 0x7F, 0x85, 0x202E, 0x2066, 0x200B, 0x2028, 0xFEFF, 0xFFFD, 0xE000, 0xE0041, 0xFFFF})
    void refuses_a_character_that_cannot_be_seen_wherever_it_stands(int point) {
        String character = Character.toString(point);
        String shown = point == 0xFFFD ? character : "\\u{" + Integer.toHexString(point) + "}";
        String told = ": MESH0112 '" + shown + "': This character cannot be seen. Remove it.";

        assertThat(messages("a: x" + character + "y", "b" + character + ": 1", "c: d # " + character))
                .containsExactly("m.yaml:1:5" + told, "m.yaml:2:2" + told, "m.yaml:3:8" + told);
    }

    @Test
    void refuses_an_escape_for_a_character_that_cannot_be_seen() {
        assertThat(messages("a: \"x\\u202ey\"", "b: \"\\ufffd\"", "c: \"x\\ny\"", "d: 'x", "", "  y'", "e: x\ty"))
                .containsExactly(
                        "m.yaml:1:4: MESH0112 '\\u{202e}': This character cannot be seen. Remove it.",
                        "m.yaml:2:4: MESH0112 '\uFFFD': This character cannot be seen. Remove it.",
                        "m.yaml:3:4: MESH0112 '\\u{a}': A line break or tab may stand only in a block value. "
                                + "Remove it, or write the value as a block with `|`.",
                        "m.yaml:4:4: MESH0112 '\\u{a}': A line break or tab may stand only in a block value. "
                                + "Remove it, or write the value as a block with `|`.",
                        "m.yaml:7:4: MESH0112 '\\u{9}': A line break or tab may stand only in a block value. "
                                + "Remove it, or write the value as a block with `|`.");
    }

    @Test
    void allows_every_other_script_and_line_breaks_in_blocks() {
        assertThat(messages("größe: 日本 🚀 العربية", "text: |", "  a\tb", "", "  c"))
                .isEmpty();
    }

    @Test
    void reports_at_most_100_characters_that_cannot_be_seen() {
        assertThat(messages("a: b # " + "\u200B".repeat(5_000))).hasSize(100);
    }

    @Test
    void refuses_a_huge_file_without_parsing_it() {
        assertThat(Reading.of(new byte[(1 << 20) + 1]).messages())
                .containsExactly("m.yaml: MESH0110: The file has more than 1048576 bytes. Split it.");
    }

    @Test
    void refuses_too_many_documents_and_keeps_those_before() {
        Reading reading = Reading.of("---\na: b\n".repeat(201));

        assertThat(reading.documents).hasSize(200);
        assertThat(reading.messages())
                .containsExactly("m.yaml:401:1: MESH0110: There are more than 200 documents in the file. Split it.");
    }

    @Test
    void refuses_too_many_values() {
        assertThat(messages("a: [" + "1,".repeat(50_000) + "]"))
                .containsExactly("m.yaml:1:99999: MESH0110: There are more than 50000 values in the file. Split it.");
    }

    @Test
    void accepts_40_levels_and_refuses_the_41st() {
        assertThat(messages("a: " + "[".repeat(39) + "]".repeat(39))).isEmpty();
        assertThat(messages("a: " + "[".repeat(40) + "]".repeat(40)))
                .containsExactly("m.yaml:1:43: MESH0110: There are more than 40 levels in the file. Split it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "{a: ",
                "- ",
                "? ",
                "&a ",
                "*a ",
                "!!x ",
                "\"",
                "'",
                "#",
                "%",
                "a: ",
                "{",
                "1:",
                "\n",
                ": ",
                "|\n ",
                "\r",
                "---\n",
                "a\n",
                "'' ",
                "\"\\\n",
                "- |\n",
                ">\n a\n\n",
                "- ",
                "a ",
                "\"\\u0041",
                "''",
                "!<",
                "é",
                "🚀"
            })
    void ends_soon_on_any_repetition(String part) {
        String text = part.repeat((1 << 20) / part.length());

        Reading reading = Assertions.assertTimeoutPreemptively(SHORT, () -> Reading.of(text));

        assertThat(reading.messages()).isNotEmpty();
    }

    @Test
    void does_not_expand_aliases() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", java.util.Collections.nCopies(9, alias))));
        }

        Reading reading = Assertions.assertTimeoutPreemptively(SHORT, () -> Reading.of(bomb.toString()));

        assertThat(reading.messages()).hasSize(9 + 8 * 9);
    }
}
