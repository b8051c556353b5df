package dev.tenantmesh.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.yaml.Team.Member;
import dev.tenantmesh.model.yaml.Team.Port;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OriginsTest {

    private final Reading reading = Reading.of(
            "name: payments",
            "members: [{name: ada, age: 36}, {name: ada, age: 36}]",
            "expose: [80]",
            "labels:",
            "  a: b");
    private final Team team = Objects.requireNonNull(reading.bind(Team.class));
    private final Origins origins = reading.origins;

    @Test
    void points_at_a_record_and_the_values_of_its_keys() {
        assertThat(origins.of(team)).isEqualTo(at(1, 1));
        assertThat(origins.of(team, "name")).isEqualTo(at(1, 7));
        assertThat(origins.of(team, "members", 1)).isEqualTo(at(2, 33));
        assertThat(origins.of(team, "labels", "a")).isEqualTo(at(5, 3));
    }

    @Test
    void tells_equal_records_apart() {
        assertThat(origins.of(team.members().get(0))).isEqualTo(at(2, 11));
        assertThat(origins.of(team.members().get(1), "age")).isEqualTo(at(2, 50));
    }

    @Test
    void points_at_the_single_value_of_a_short_form() {
        Port port = team.expose().get(0);

        assertThat(origins.of(port)).isEqualTo(at(3, 10));
        assertThat(origins.of(port, "number")).isEqualTo(at(3, 10));
    }

    @Test
    void points_at_the_whole_for_a_part_that_was_left_out() {
        assertThat(origins.of(team, "replicas")).isEqualTo(at(1, 1));
        assertThat(origins.of(team, "members", 7)).isEqualTo(at(2, 10));
        assertThat(origins.of(team, "labels", "z")).isEqualTo(at(5, 3));
    }

    @Test
    void gives_a_record_built_in_java_the_name_of_its_type_or_a_registered_path() {
        Member unnamed = new Member("ada", 36);
        Member named = new Member("ada", 36);

        origins.nameModel(named, "team/payments/ada");

        assertThat(origins.knows(unnamed)).isFalse();
        assertThat(origins.knows(team)).isTrue();
        assertThat(origins.of(unnamed)).isEqualTo(Origin.ofModel("member"));
        assertThat(origins.of(named)).isEqualTo(Origin.ofModel("team/payments/ada"));
        assertThat(origins.of(named, "age")).isEqualTo(Origin.ofModel("team/payments/ada/age"));
        assertThat(origins.of(named, "tags", 2)).isEqualTo(Origin.ofModel("team/payments/ada/tags/2"));
        assertThat(origins.of(named, "tags", "x")).isEqualTo(Origin.ofModel("team/payments/ada/tags/x"));
    }

    private static Origin at(int line, int column) {
        return new Origin("m.yaml", line, column);
    }
}
