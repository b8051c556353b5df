package dev.tenantmesh.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> WORDS = List.of("name", "namespace", "namespaces", "to", "serviceAccount");

    @ParameterizedTest
    @CsvSource({
        "nmae, name",
        "NAME, name",
        "namespac, namespace",
        "namespacs, namespace",
        "namespacess, namespaces",
        "service-account, serviceAccount",
        "ot, to"
    })
    void finds_the_word_that_was_meant(String written, String meant) {
        assertThat(Nearest.of(written, WORDS)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"from", "n", "xy", "account", "''"})
    void does_not_guess_wildly(String written) {
        assertThat(Nearest.of(written, WORDS)).isNull();
    }

    @Test
    void asks_nothing_if_there_is_nothing_to_ask() {
        assertThat(Nearest.question("x", List.of())).isEmpty();
    }
}
