package dev.tenantmesh.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColoursTest {

    /** Where Maven has no colours, as in this test, a line is what it was. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.yaml:1:2: MESH0105 'x': This key does not exist here. Keys here: a.",
                "a.yaml: MESH0101: The file holds no document. Write one or delete it.",
                "deploy: 3 added",
                ""
            })
    void leavesTheTextAsItIs(String line) {
        assertThat(Colours.of(line)).isEqualTo(line);
        assertThat(Colours.ofDifference(line)).isEqualTo(line);
    }

    @Test
    void leavesADifferenceAsItIs() {
        assertThat(Colours.ofDifference("+  port: 80")).isEqualTo("+  port: 80");
        assertThat(Colours.ofDifference("-  port: 80")).isEqualTo("-  port: 80");
    }
}
