package dev.tenantmesh.generator.manifest.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDiffTest {

    @Test
    void showsTwoLinesAroundADifference() {
        assertThat(TextDiff.of("1\n2\n3\n4\n5\n6\n7", "1\n2\n3\nX\n5\n6\n7"))
                .isEqualTo("@@ line 2 @@\n 2\n 3\n-4\n+X\n 5\n 6\n");
    }

    @Test
    void showsDifferencesFarApartInPieces() {
        String before = lines(0, 20, "");
        String after = before.replace("line 3\n", "").replace("line 15\n", "line 15\nnew\n");
        assertThat(TextDiff.of(before, after)).isEqualTo("""
                        @@ line 2 @@
                         line 1
                         line 2
                        -line 3
                         line 4
                         line 5
                        @@ line 15 @@
                         line 14
                         line 15
                        +new
                         line 16
                         line 17
                        """);
    }

    @Test
    void findsTheLinesThatMovedApart() {
        assertThat(TextDiff.of("a\nb\nc\nd", "x\na\nc\ny\nd")).isEqualTo("@@ line 1 @@\n+x\n a\n-b\n c\n+y\n d\n");
    }

    @Test
    void showsAMissingLastLineBreak() {
        assertThat(TextDiff.of("a", "a\n")).isEqualTo("@@ line 1 @@\n a\n+\n");
    }

    @Test
    void showsAtMostFiftyLines() {
        assertThat(TextDiff.of(lines(0, 100, "old"), lines(0, 100, "new")))
                .hasLineCount(50)
                .endsWith("... 153 more lines\n");
    }

    @Test
    void showsFiftyLinesWhole() {
        assertThat(TextDiff.of(lines(0, 24, "old"), lines(0, 24, "new")))
                .hasLineCount(50)
                .doesNotContain("more lines");
    }

    @Test
    void survivesTextsTooLongToAlign() {
        assertThat(TextDiff.of(lines(0, 5000, "old"), lines(0, 5000, "new"))).hasLineCount(50);
    }

    private static String lines(int from, int to, String suffix) {
        return IntStream.range(from, to)
                .mapToObj(i -> "line " + i + suffix)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
