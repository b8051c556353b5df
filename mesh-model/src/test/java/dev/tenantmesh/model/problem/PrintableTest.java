package dev.tenantmesh.model.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "web-prod", "two words", "~!@#$%^&*()_+'\"\\`", "größe", "支払い", "\ud83d\ude00"})
    void leaves_what_shows(String text) {
        assertThat(Printable.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0,      a control",
        "9,      a tab",
        "a,      a line feed",
        "d,      a carriage return",
        "1b,     an escape",
        "7f,     a delete",
        "85,     a next line",
        "9b,     a control sequence in one character",
        "a0,     a space that does not break",
        "ad,     a soft hyphen",
        "200b,   a space without width",
        "200f,   a right-to-left mark",
        "2028,   a line separator",
        "2029,   a paragraph separator",
        "202e,   a right-to-left override",
        "2066,   a left-to-right isolate",
        "3000,   an ideographic space",
        "d800,   half a character",
        "e000,   a character of private use",
        "feff,   a byte order mark",
        "fffe,   no character",
        "e0041,  a tag",
        "10ffff, the last one"
    })
    void writes_an_escape_for_what_does_not(String hex, String what) {
        // Given
        String text = "a" + Character.toString(Integer.parseInt(hex, 16)) + "b";

        // When
        String shown = Printable.of(text);

        // Then
        assertThat(shown).as(what).isEqualTo("a\\u{" + hex + "}b");
    }

    @Test
    void shows_four_hundred_characters_in_full() {
        assertThat(Printable.of("x".repeat(400))).isEqualTo("x".repeat(400));
    }

    @Test
    void cuts_longer_text() {
        assertThat(Printable.of("x".repeat(401))).isEqualTo("x".repeat(400) + "...");
    }

    @Test
    void cuts_between_characters_and_not_inside_of_one() {
        // Given
        String wide = "\ud83d\ude00";

        // When
        String shown = Printable.of(wide.repeat(401));

        // Then
        assertThat(shown).isEqualTo(wide.repeat(400) + "...");
    }
}
