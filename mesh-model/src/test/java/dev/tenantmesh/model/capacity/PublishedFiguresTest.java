package dev.tenantmesh.model.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedFiguresTest {

    @ParameterizedTest
    @CsvSource({
        "1.4, 0.5, 0.5, 50, 50",
        "1.13, 0.35, 0.35, 40, 40",
        "1.24, 0.2, 0.2, 60, 60",
    })
    void a_version_with_a_page_costs_what_it_says(String version, String low, String high, long least, long most) {
        // When
        Figures figures = PublishedFigures.of(version);

        // Then
        assertThat(figures.sidecar().cpu()).isEqualTo(Range.of(low, high));
        assertThat(figures.sidecar().memory()).isEqualTo(Range.of(least * 1_000_000, most * 1_000_000));
    }

    /** Nothing was published for 1.18 itself. */
    @Test
    void a_version_between_two_pages_costs_what_lies_between_them() {
        // When
        Figures figures = PublishedFigures.of("1.18");

        // Then
        assertThat(figures.version()).isEqualTo("1.16 and 1.22");
        assertThat(figures.sidecar().cpu()).isEqualTo(Range.of("0.35", "0.5"));
        assertThat(figures.latency()).hasValue(Range.of("2.65", "2.65"));
        assertThat(figures.sources()).hasSize(2);
    }

    @Test
    void a_version_outside_all_pages_costs_what_the_nearest_says() {
        // Then
        assertThat(PublishedFigures.of("1.30")).isEqualTo(PublishedFigures.of("1.24"));
        assertThat(PublishedFigures.of("1.0")).isEqualTo(PublishedFigures.of("1.2"));
    }

    @Test
    void every_figure_has_a_source() {
        // Then
        assertThat(PublishedFigures.all())
                .allSatisfy(
                        page -> assertThat(page.sources()).isNotEmpty().allMatch(url -> url.startsWith("https://")));
    }

    @Test
    void a_measured_estimate_takes_the_place_of_an_assumed_one() {
        // Then
        Estimate measured = new Estimate("40M", null, "3k");
        assertThat(Estimate.DEFAULT.emptyProxy()).isEqualTo(Range.of(30_000_000, 50_000_000));
        assertThat(Estimate.DEFAULT.configuration(10, Range.of(50, 100))).isEqualTo(Range.of(1_050_000, 2_200_000));
        assertThat(measured.emptyProxy()).isEqualTo(Range.of(40_000_000, 40_000_000));
        assertThat(measured.configuration(10, Range.of(100, 100))).isEqualTo(Range.of(1_300_000, 2_300_000));
    }
}
