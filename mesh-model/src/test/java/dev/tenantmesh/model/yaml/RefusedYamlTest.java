package dev.tenantmesh.model.yaml;

import static dev.tenantmesh.model.yaml.Reading.messages;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedYamlTest {

    @Test
    void refuses_anchors_aliases_and_merge_keys_together() {
        assertThat(messages("base: &b {x: 1}", "copy: *b", "list: [*b, ok]", "more:", "  <<: *b"))
                .containsExactly(
                        "m.yaml:1:7: MESH0103 '&b': This is an anchor. Remove it.",
                        "m.yaml:2:7: MESH0103 '*b': This is an alias. Write the value itself.",
                        "m.yaml:3:8: MESH0103 '*b': This is an alias. Write the value itself.",
                        "m.yaml:5:3: MESH0103 '<<': This is a merge key. Write the keys themselves.",
                        "m.yaml:5:7: MESH0103 '*b': This is an alias. Write the value itself.");
    }

    @Test
    void refuses_tags_on_every_kind_of_node() {
        assertThat(messages("a: !x 1", "b: !!str 2", "c: !!map {}", "d: !<u> []", "e: ! 3"))
                .containsExactly(
                        "m.yaml:1:4: MESH0103 '!x': This is a tag; the type of a value comes from its key. Remove it.",
                        "m.yaml:2:4: MESH0103 '!!str': This is a tag; the type of a value comes from its key. Remove"
                                + " it.",
                        "m.yaml:3:4: MESH0103 '!!map': This is a tag; the type of a value comes from its key. Remove"
                                + " it.",
                        "m.yaml:4:4: MESH0103 'u': This is a tag; the type of a value comes from its key. Remove it.",
                        "m.yaml:5:4: MESH0103 '!': This is a tag; the type of a value comes from its key. Remove it.");
    }

    @Test
    void refuses_every_further_use_of_a_key_with_the_place_of_the_first() {
        assertThat(messages("a: 1", "b: {c: 1, 'c': 2}", "a: 3", "\"a\": 4"))
                .containsExactly(
                        "m.yaml:2:11: MESH0104 'c': This key stands twice in one mapping; the first is at m.yaml:2:5. "
                                + "Keep one of them.",
                        "m.yaml:3:1: MESH0104 'a': This key stands twice in one mapping; the first is at m.yaml:1:1. "
                                + "Keep one of them.",
                        "m.yaml:4:1: MESH0104 'a': This key stands twice in one mapping; the first is at m.yaml:1:1. "
                                + "Keep one of them.");
    }

    @Test
    void refuses_keys_that_are_not_words() {
        assertThat(messages(
                        "? [a, b]", ": 1", "? {c: d}", ": 2", "~: 3", "'': 4", "?", ": 5", "null: 6", "x: {*y : 7}"))
                .containsExactly(
                        "m.yaml:1:3: MESH0103: A list or mapping cannot be a key. Write a single word.",
                        "m.yaml:3:3: MESH0103: A list or mapping cannot be a key. Write a single word.",
                        "m.yaml:5:1: MESH0103 '~': This is not a key. Write a word before the colon.",
                        "m.yaml:6:1: MESH0103: This is not a key. Write a word before the colon.",
                        "m.yaml:7:2: MESH0103: This is not a key. Write a word before the colon.",
                        "m.yaml:9:1: MESH0103 'null': This is not a key. Write a word before the colon.",
                        "m.yaml:10:5: MESH0103 '*y': This is an alias. Write the value itself.");
    }

    @Test
    void refuses_a_key_over_several_lines() {
        assertThat(messages("? |", "  a", "  b", ": 1"))
                .containsExactly(
                        "m.yaml:1:3: MESH0103 'a\\u{a}b\\u{a}': A key stands on one line. Write a single word.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%YAML 1.2", "%YAML 1.1", "%TAG ! tag:example.com,2000:", "%UNHEARD of"})
    void refuses_directives(String directive) {
        String name = directive.substring(0, directive.indexOf(' '));

        assertThat(messages("# first", directive, "---", "a: b"))
                .containsExactly("m.yaml:2:1: MESH0103 '" + name + "': This is a YAML directive. Remove the line.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`a: 'b`            | 1:6 | ''                 | A quote is never closed.",
                "`a: [b, c`         | 1:9 | ''                 | A comma or a closing bracket is missing before this.",
                "`a: {b: c`         | 1:9 | ''                 | A comma or a closing bracket is missing before this.",
                "`a: b\n\tc: d`     | 2:1 | c: d               | A tab cannot stand here.",
                "`a:\n\tb: c`       | 2:1 | b: c               | A tab cannot stand here.",
                "`a: @b`            | 1:4 | a: @b              | A value cannot start with this character.",
                "`a:\n  b: c\n d: e`| 3:2 | d: e               | This does not belong to what stands above it.",
                "`a: 1\nb`          | 2:2 | ''                 | A key has no colon after it.",
                "`a: \"\\q\"`       | 1:6 | a: \"\\q\"         | This escape does not exist.",
                "`a: \"\\UFFFFFFFF\"` | 1:7 | a: \"\\UFFFFFFFF\" | This escape does not exist.",
                "`a: 1\n- b`        | 2:1 | - b                | This does not belong to what stands above it.",
                "`a: !u!x b`        | 1:4 | a: !u!x b          | This is not YAML.",
            })
    void explains_a_syntax_error_without_words_of_the_parser(String text, String place, String written, String why) {
        assertThat(messages(text))
                .singleElement()
                .asString()
                .startsWith("m.yaml:" + place + ": MESH0102")
                .contains(why)
                .doesNotContain("expected '<", "yaml.", "Exception", "token");
    }
}
