package dev.tenantmesh.model.yaml;

import static dev.tenantmesh.model.yaml.Reading.messages;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.Origin;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {

    @Test
    void keeps_the_order_of_the_keys_and_where_they_stand() {
        MappingNode root =
                Reading.of("b: 1", "a:", "  - x", "  - 'y'").documents.get(0);

        assertThat(root.entries()).extracting(entry -> entry.key().text()).containsExactly("b", "a");
        assertThat(root.keyOrigin("a")).isEqualTo(new Origin("m.yaml", 2, 1));
        assertThat(root.get("a"))
                .isEqualTo(new ListNode(
                        List.of(
                                new ScalarNode("x", false, new Origin("m.yaml", 3, 5)),
                                new ScalarNode("y", true, new Origin("m.yaml", 4, 5))),
                        new Origin("m.yaml", 3, 3)));
        assertThat(root.get("c")).isNull();
        assertThat(root.keyOrigin("c")).isEqualTo(root.origin());
    }

    @Test
    void can_leave_out_keys_that_were_read_apart() {
        MappingNode root = Reading.of("kind: Mesh", "name: retail").documents.get(0);

        MappingNode rest = root.without(Set.of("kind"));

        assertThat(rest.entries()).extracting(entry -> entry.key().text()).containsExactly("name");
    }

    @Test
    void skips_empty_documents_beside_others() {
        Reading reading = Reading.of("---", "---", "a: b", "---", "# nothing", "---", "c: d", "---");

        assertThat(reading.documents).hasSize(2);
        assertThat(reading.messages()).isEmpty();
    }

    @Test
    void refuses_a_file_without_a_document() {
        String expected = "m.yaml: MESH0101: The file holds no document. Write one or delete it.";

        assertThat(messages("")).containsExactly(expected);
        assertThat(messages("# only", "  # comments")).containsExactly(expected);
        assertThat(messages("---", "---")).containsExactly(expected);
    }

    @Test
    void refuses_a_document_that_is_not_a_mapping() {
        assertThat(messages("a: b", "---", "- c", "---", "word"))
                .containsExactly(
                        "m.yaml:3:1: MESH0108: A mesh document is a mapping. Start it with `kind: ...`.",
                        "m.yaml:5:1: MESH0108 'word': A mesh document is a mapping. Start it with `kind: ...`.");
    }

    @Test
    void counts_characters_not_bytes_or_halves_of_characters() {
        assertThat(messages("größe: {日本: 1, 🚀: &x 2}"))
                .containsExactly("m.yaml:1:19: MESH0103 '&x': This is an anchor. Remove it.");
    }

    @Test
    void counts_a_tab_as_one_character() {
        assertThat(messages("a: [\"b\tc\", &x 1]"))
                .contains("m.yaml:1:12: MESH0103 '&x': This is an anchor. Remove it.");
    }

    @Test
    void accepts_windows_line_ends_and_does_not_count_them() {
        Reading reading = Reading.of("a: b\r\nc: |\r\n  d\r\n  e\r\nf: &x 1\r\n");

        assertThat(reading.messages()).containsExactly("m.yaml:5:4: MESH0103 '&x': This is an anchor. Remove it.");
        assertThat(reading.documents.get(0).get("c"))
                .isEqualTo(new ScalarNode("d\ne\n", true, new Origin("m.yaml", 2, 4)));
    }

    @Test
    void accepts_a_byte_order_mark_and_does_not_count_it() {
        Reading reading = Reading.of("\uFEFFa: &x 1");

        assertThat(reading.messages()).containsExactly("m.yaml:1:4: MESH0103 '&x': This is an anchor. Remove it.");
        assertThat(reading.documents.get(0).keyOrigin("a")).isEqualTo(new Origin("m.yaml", 1, 1));
    }

    @Test
    void returns_what_stands_before_a_syntax_error() {
        Reading reading = Reading.of("a: &x 1", "---", "b: c: d", "---", "e: f");

        assertThat(reading.documents).hasSize(1);
        assertThat(reading.messages())
                .containsExactly(
                        "m.yaml:1:4: MESH0103 '&x': This is an anchor. Remove it.",
                        "m.yaml:3:5: MESH0102 'b: c: d': A key cannot stand here. Check the indentation; "
                                + "if the colon belongs to the value, write the value in quotes.");
    }

    @Test
    void reads_the_same_from_bytes_as_from_text() {
        assertThat(Reading.of("a: é".getBytes(UTF_8)).documents.get(0).get("a"))
                .isEqualTo(new ScalarNode("é", false, new Origin("m.yaml", 1, 4)));
    }
}
