package dev.tenantmesh.generator.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The manifests of the retail example do what EXPECTED.md says, and nothing else. */
class RetailReachTest {

    @Test
    void everyRowOfTheDocumentIsInTheTable() {
        // Given
        List<Integer> written = ExpectedRows.in(RetailManifests.EXAMPLE.resolve("EXPECTED.md"));

        // When
        Stream<Integer> rows = Stream.concat(
                RetailLines.on(RetailPlatform.ISTIO).stream().map(Line::row),
                RetailTold.ROWS.stream().map(RetailTold::row));

        // Then
        assertThat(written).doesNotHaveDuplicates().hasSizeGreaterThan(30);
        assertThat(new TreeSet<>(rows.toList())).containsExactlyElementsOf(new TreeSet<>(written));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyReachesMoreOrLess(RetailPlatform platform) {
        // Given
        World world = RetailWorld.on(platform);
        Reach reach = new Reach(RetailManifests.on(platform), world);
        Matrix matrix = Matrix.of(world, Matrix.retail());

        // When
        Set<Connection> open = matrix.ofHostile(reach);

        // Then
        Set<Connection> expected = matrix.expected(RetailLines.on(platform));
        assertThat(explained(without(open, expected), reach))
                .as("open, but in no row")
                .isEmpty();
        assertThat(explained(without(expected, open), reach))
                .as("in a row, but closed")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsCalledClosedIsClosed(RetailPlatform platform) {
        // Given
        World world = RetailWorld.on(platform);
        Reach reach = new Reach(RetailManifests.on(platform), world);
        List<Line> lines = RetailLines.on(platform);

        // When
        Set<Connection> open = Matrix.of(world, Matrix.retail()).ofHostile(reach);

        // Then
        for (Line line : lines) {
            assertThat(explained(line.broken(open, lines), reach))
                    .as("row " + line.row())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsCalledOpenWorksForPodsThatBehave(RetailPlatform platform) {
        // Given
        World world = RetailWorld.on(platform);
        Reach reach = new Reach(RetailManifests.on(platform), world);

        // When
        Set<Connection> open = Matrix.of(world, Matrix.retail()).ofBehaved(reach);

        // Then
        RetailLines.on(platform).stream()
                .filter(Line::opens)
                .forEach(line -> assertThat(open).as("row " + line.row()).anyMatch(line::covers));
        assertThat(without(open, Matrix.of(world, Matrix.retail()).expected(RetailLines.on(platform))))
                .isEmpty();
    }

    private static Set<Connection> without(Set<Connection> all, Set<Connection> some) {
        Set<Connection> rest = new LinkedHashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static List<String> explained(Iterable<Connection> connections, Reach reach) {
        return Stream.of(connections)
                .flatMap(each -> {
                    Stream.Builder<String> lines = Stream.builder();
                    each.forEach(connection -> lines.add(reach.explain(connection)));
                    return lines.build();
                })
                .limit(40)
                .toList();
    }
}
