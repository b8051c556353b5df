package dev.tenantmesh.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({"100m,0.2", "999m,1", "2,2001m", "128Mi,129Mi", "1M,1Mi", "1023Mi,1Gi", "1000k,1Mi", "0.5,501m"})
    void amounts_compare_across_units(String less, String more) {
        assertThat(quantity(less)).isLessThan(quantity(more));
    }

    @ParameterizedTest
    @CsvSource({"1000m,1", "1024Mi,1Gi", "2000m,2", "1024,1Ki", "0.5,500m"})
    void one_amount_can_be_written_in_several_ways(String one, String other) {
        assertThat(quantity(one)).isEqualByComparingTo(quantity(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m", "1 Gi", "1gi", "-1", "1e3", "1.5.1", "9999999999999"})
    void what_is_no_amount_is_none(String text) {
        assertThat(Quantity.parse(text)).isEmpty();
    }

    @Test
    void no_unit_is_one() {
        assertThat(quantity("3").amount()).isEqualByComparingTo("3");
    }

    private static Quantity quantity(String text) {
        return Quantity.parse(text).orElseThrow();
    }
}
