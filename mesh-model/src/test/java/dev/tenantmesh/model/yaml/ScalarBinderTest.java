package dev.tenantmesh.model.yaml;

import static dev.tenantmesh.model.yaml.Reading.team;
import static dev.tenantmesh.model.yaml.Reading.teamMessages;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarBinderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "NO",
                "on",
                "Off",
                "true",
                "FALSE",
                "y",
                "N",
                "1",
                "-1",
                "+1",
                "0123",
                "0o17",
                "0x1F",
                "0b1",
                "1_000",
                "1.30",
                "1.",
                ".5",
                "-.5",
                "1e3",
                "1.5E+3",
                ".inf",
                "-.INF",
                ".NaN",
                "12:30",
                "1:2:3.4",
                "2027-03-31",
                "2027-03-31T10:00:00Z",
                "2027-3-1 10:00:00",
                "=",
                "089"
            })
    void refuses_unquoted_text_that_some_reader_changes(String text) {
        assertThat(teamMessages("name: " + text))
                .containsExactly("m.yaml:1:7: MESH0108 '" + text
                        + "': Some readers of YAML take this for something else than text. Write \"" + text
                        + "\" with quotes.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payments",
                "v1",
                "10.0.0.0/8",
                "10.0.0.1",
                "1.2.3",
                "api.pay.example.com",
                "fd00::1",
                "1a",
                "yesterday",
                "a:b",
                "/",
                "-x",
                "ünï",
                "e1",
                ".",
                "x86",
                "none",
                "2027-03-31x",
                "two words"
            })
    void takes_other_unquoted_text_as_it_is(String text) {
        assertThat(team("name: " + text).name()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1.30", "12:30", "null", "~", ""})
    void takes_quoted_text_as_it_is(String text) {
        assertThat(team("name: '" + text + "'").name()).isEqualTo(text);
        assertThat(team("name: \"" + text + "\"").name()).isEqualTo(text);
    }

    @Test
    void is_as_strict_with_the_keys_of_a_map() {
        assertThat(teamMessages(
                        "name: a", "labels: {on: x, 'off': z}", "ports: {http: STRICT, '80': STRICT, 081: STRICT}"))
                .containsExactly(
                        "m.yaml:2:10: MESH0108 'on': Some readers of YAML take this for something else than text. "
                                + "Write \"on\" with quotes.",
                        "m.yaml:3:9: MESH0108 'http': This is not a whole number. "
                                + "Write decimal digits without quotes, such as `8080`.",
                        "m.yaml:3:37: MESH0108 '081': This is not a whole number. "
                                + "Write decimal digits without quotes, such as `8080`.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'4'", "04", "+4", "4_0", "0x4", "4.0", "4e0", "four", "-0"})
    void refuses_anything_but_plain_decimal_numbers(String written) {
        assertThat(teamMessages("name: a", "replicas: " + written))
                .singleElement()
                .asString()
                .startsWith("m.yaml:2:11: MESH0108 '" + written.replace("'", ""))
                .endsWith("This is not a whole number. Write decimal digits without quotes, such as `8080`.");
    }

    @Test
    void refuses_numbers_out_of_range() {
        assertThat(teamMessages("name: a", "replicas: 2147483648"))
                .containsExactly("m.yaml:2:11: MESH0108 '2147483648': This number is out of range. "
                        + "Write one between -2147483648 and 2147483647.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "True", "'true'", "1"})
    void refuses_anything_but_plain_true_and_false(String written) {
        assertThat(teamMessages("name: a", "open: " + written))
                .singleElement()
                .asString()
                .startsWith("m.yaml:2:7: MESH0108 '" + written.replace("'", ""))
                .endsWith("This is neither true nor false. Write `true` or `false` without quotes.");
    }

    @Test
    void asks_for_the_nearest_value_and_lists_all() {
        assertThat(teamMessages("name: a", "level: strict", "ports: {1: PERMISIVE, 2: GATEWAYS_ONLY, 3: off}"))
                .containsExactly(
                        "m.yaml:2:8: MESH0109 'strict': This is not one of the values allowed here. "
                                + "Did you mean 'STRICT'? Values here: STRICT, PERMISSIVE, gateways-only.",
                        "m.yaml:3:12: MESH0109 'PERMISIVE': This is not one of the values allowed here. "
                                + "Did you mean 'PERMISSIVE'? Values here: STRICT, PERMISSIVE, gateways-only.",
                        "m.yaml:3:26: MESH0109 'GATEWAYS_ONLY': This is not one of the values allowed here. "
                                + "Did you mean 'gateways-only'? Values here: STRICT, PERMISSIVE, gateways-only.",
                        "m.yaml:3:44: MESH0109 'off': This is not one of the values allowed here. "
                                + "Values here: STRICT, PERMISSIVE, gateways-only.");
    }

    @Test
    void takes_dates_with_or_without_quotes() {
        assertThat(team("name: a", "expires: 2027-03-31").expires())
                .isEqualTo(team("name: a", "expires: '2027-03-31'").expires());
    }

    @Test
    void refuses_what_is_not_a_day() {
        assertThat(teamMessages("name: a", "expires: 31.3.2027"))
                .containsExactly("m.yaml:2:10: MESH0108 '31.3.2027': This is not a date. "
                        + "Write year, month and day, such as `2027-03-31`.");
        assertThat(teamMessages("name: a", "expires: 2027-02-30"))
                .containsExactly(
                        "m.yaml:2:10: MESH0108 '2027-02-30': There is no such day. Write a day of the calendar.");
    }

    @Test
    void is_quick_with_long_text() {
        assertThat(teamMessages("name: " + "1:".repeat(400_000) + "x", "level: " + "S".repeat(100_000)))
                .singleElement()
                .asString()
                .startsWith("m.yaml:2:8: MESH0109 'SSSS");
    }
}
