package dev.tenantmesh.model.yaml;

import static dev.tenantmesh.model.yaml.Reading.team;
import static dev.tenantmesh.model.yaml.Reading.teamMessages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tenantmesh.model.yaml.Team.Level;
import dev.tenantmesh.model.yaml.Team.Member;
import dev.tenantmesh.model.yaml.Team.Port;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordBinderTest {

    private static final String KEYS =
            "Keys here: name, members, level, labels, ports, replicas, open, expires, expose, hosts, default.";

    @Test
    void binds_every_kind_of_component() {
        Team team = team(
                "name: payments",
                "members: [{name: ada, age: 36}]",
                "level: gateways-only",
                "labels: {b: x, a: \"true\"}",
                "ports: {9090: STRICT, 8080: PERMISSIVE}",
                "replicas: -4",
                "open: true",
                "expires: 2027-03-31",
                "expose: [8443, http, {name: grpc, number: 9}]",
                "hosts: ['*.pay.example.com', api.pay.example.com]",
                "default: none");

        assertThat(team)
                .isEqualTo(new Team(
                        "payments",
                        List.of(new Member("ada", 36)),
                        Level.GATEWAYS_ONLY,
                        Map.of("b", "x", "a", "true"),
                        Map.of(9090, Level.STRICT, 8080, Level.PERMISSIVE),
                        -4,
                        true,
                        LocalDate.of(2027, 3, 31),
                        List.of(new Port("p8443", 8443), new Port("http", 80), new Port("grpc", 9)),
                        List.of("*.pay.example.com", "api.pay.example.com"),
                        "none"));
        assertThat(team.ports().keySet()).containsExactly(9090, 8080);
    }

    @Test
    void leaves_out_what_is_optional() {
        assertThat(team("name: payments"))
                .isEqualTo(new Team(
                        "payments", List.of(), null, Map.of(), Map.of(), null, null, null, List.of(), List.of(), null));
    }

    @Test
    void names_a_missing_key_at_the_mapping_that_needs_it() {
        assertThat(teamMessages("members:", "  - {name: ada, age: 36}", "  - age: 36"))
                .containsExactly(
                        "m.yaml:1:1: MESH0107: The key 'name' is missing. Write `name: ...`.",
                        "m.yaml:3:5: MESH0107: The key 'name' is missing. Write `name: ...`.");
    }

    @Test
    void asks_for_the_nearest_key_and_lists_all() {
        assertThat(teamMessages("name: a", "lables: {}", "Level: STRICT", "zzz: 1"))
                .containsExactly(
                        "m.yaml:2:1: MESH0105 'lables': This key does not exist here. Did you mean 'labels'? " + KEYS,
                        "m.yaml:3:1: MESH0105 'Level': This key does not exist here. Did you mean 'level'? " + KEYS,
                        "m.yaml:4:1: MESH0105 'zzz': This key does not exist here. " + KEYS);
    }

    @Test
    void says_where_to_write_what_stands_elsewhere() {
        assertThat(teamMessages("name: a", "budget: 3"))
                .containsExactly(
                        "m.yaml:2:1: MESH0105 'budget': This key does not exist here. Write it in the plan. " + KEYS);
    }

    @Test
    void refuses_keys_without_a_value() {
        assertThat(teamMessages("name:", "level: ~", "hosts: [null, ]", "labels: {a: , b}"))
                .containsExactly(
                        "m.yaml:1:1: MESH0108: This has no value. Write one, or leave it out.",
                        "m.yaml:2:8: MESH0108 '~': This has no value. Write \"~\" with quotes, or leave it out.",
                        "m.yaml:3:9: MESH0108 'null': This has no value. Write \"null\" with quotes, or leave it out.",
                        "m.yaml:4:10: MESH0108: This has no value. Write one, or leave it out.",
                        "m.yaml:4:15: MESH0108: This has no value. Write one, or leave it out.");
    }

    @Test
    void refuses_the_wrong_shape() {
        assertThat(teamMessages("name: [a]", "members: {}", "labels: x", "hosts: a.example", "expose: [[]]"))
                .containsExactly(
                        "m.yaml:1:7: MESH0108: A single value is expected here. Write one value.",
                        "m.yaml:2:10: MESH0108: A list is expected here. Start each item with `- `.",
                        "m.yaml:3:9: MESH0108 'x': A mapping is expected here. Write `{key: value}`.",
                        "m.yaml:4:8: MESH0108 'a.example': A list is expected here. Write `[a.example]`.",
                        "m.yaml:5:10: MESH0108: A mapping is expected here. Write the keys of it: name, number.");
    }

    @Test
    void refuses_a_single_value_for_a_record_without_a_short_form() {
        assertThat(teamMessages("name: a", "members: [ada]"))
                .containsExactly(
                        "m.yaml:2:11: MESH0108 'ada': A mapping is expected here. Write the keys of it: name, age.");
    }

    @Test
    void gives_the_reason_of_a_constructor_at_its_record() {
        assertThat(teamMessages("name: a", "members:", "  - {name: ada, age: 36}", "  - {name: bob, age: 17}"))
                .containsExactly("m.yaml:4:5: MESH0111: A member is at least 18 years old. Write another value.");
    }

    @Test
    void gives_the_reason_of_a_short_form_at_its_value() {
        assertThat(teamMessages("name: a", "expose: [http, smtp]"))
                .containsExactly(
                        "m.yaml:2:16: MESH0111 'smtp': Only http has a number of its own. Write another value.");
    }

    @Test
    void does_not_complain_twice_about_what_the_reader_refused() {
        assertThat(teamMessages("name: *n", "members: [*m]", "labels: {a\u202E: b}", "expose: [{<<: *p}]"))
                .extracting(message -> message.substring(0, message.indexOf("': ")))
                .containsExactly(
                        "m.yaml:1:7: MESH0103 '*n",
                        "m.yaml:2:11: MESH0103 '*m",
                        "m.yaml:3:11: MESH0112 '\\u{202e}",
                        "m.yaml:4:11: MESH0103 '<<",
                        "m.yaml:4:15: MESH0103 '*p");
    }

    @Test
    void reports_everything_in_a_document_sorted_by_place() {
        assertThat(teamMessages(
                        "expose: 80", "level: STRIKT", "members: [{nam: x, age: old}]", "hosts: [yes]", "level: x"))
                .extracting(message -> message.substring(0, message.indexOf(": MESH") + 10))
                .containsExactly(
                        "m.yaml:1:1: MESH0107",
                        "m.yaml:1:9: MESH0108",
                        "m.yaml:2:8: MESH0109",
                        "m.yaml:3:11: MESH0107",
                        "m.yaml:3:12: MESH0105",
                        "m.yaml:3:25: MESH0108",
                        "m.yaml:4:9: MESH0108",
                        "m.yaml:5:1: MESH0104");
    }

    @Test
    void tells_a_programmer_about_a_component_no_document_can_hold() {
        record Odd(Object thing) {}

        assertThatIllegalStateException()
                .isThrownBy(() -> Reading.of("thing: x").bind(Odd.class))
                .withMessageContaining("java.lang.Object");
    }
}
