package dev.tenantmesh.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void showsFortyAndCountsTheRest() {
        List<String> paths = IntStream.range(0, 43).mapToObj(i -> "p" + i).toList();

        List<String> lines = Lines.of("  added ", paths);

        assertThat(lines).hasSize(41).startsWith("  added p0").endsWith("  ... and 3 more");
    }

    @Test
    void showsNothingThatRepaintsTheLog() {
        assertThat(Lines.of("", List.of("a\n\u001b[2Jb"))).containsExactly("a\\u{a}\\u{1b}[2Jb");
    }
}
