package dev.tenantmesh.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "100m, 0.1", "1m, 0.001", "0.5, 0.5", "1.250, 1.25", "2000m, 2"})
    void cores(String text, BigDecimal value) {
        assertThat(Quantity.cpu(text).orElseThrow().value()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0m", "0.0", "-1", "+1", "01", "1.", ".5", "0.0001", "0.5m", "1e3", "1k", "100 m"})
    void no_cores(String text) {
        assertThat(Quantity.cpu(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1Ki, 1024", "128Mi, 134217728", "1Gi, 1073741824", "1Ti, 1099511627776", "1k, 1000", "2M, 2000000"})
    void bytes(String text, BigDecimal value) {
        assertThat(Quantity.memory(text).orElseThrow().value()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "128", "0Mi", "128m", "128MB", "128mi", "1.5Gi", "1e9", "-1Mi", "0x10Mi", "1Ei"})
    void no_bytes(String text) {
        assertThat(Quantity.memory(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1Gi, 1G, false", "1G, 1Gi, true", "1Gi, 1024Mi, false", "1023Mi, 1Gi, true"})
    void order(String one, String other, boolean below) {
        assertThat(Quantity.memory(one)
                        .orElseThrow()
                        .isBelow(Quantity.memory(other).orElseThrow()))
                .isEqualTo(below);
    }
}
