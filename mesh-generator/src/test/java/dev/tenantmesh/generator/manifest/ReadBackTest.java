package dev.tenantmesh.generator.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadBackTest {

    private static final JsonNode MEANT =
            new ObjectMapper().valueToTree(Map.of("a", Map.of("b", List.of("yes", 1, true))));

    @Test
    void findsNothingWhereTheTextSaysWhatWasMeant() {
        assertThat(ReadBack.firstDifference(MEANT, "a:\n  b: ['yes', 1, true]\n"))
                .isEmpty();
    }

    @Test
    void namesThePlaceOfADifference() {
        assertThat(ReadBack.firstDifference(MEANT, "a:\n  b: [yes, 1, true]\n"))
                .hasValue("At '/a/b/0' '\"yes\"' was meant and 'true' is read.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: {b: ['yes', 1]}",
                "a: {b: ['yes', 1.0, true]}",
                "a: {b: ['yes', '1', true]}",
                "a: {b: ['yes', 1, 'true']}",
                "a: {b: ['yes', 1, true, null]}",
                "a: {b: ['yes', 1, true], c: 1}",
                "a: {b: ['yes', 1, true], b: ['yes', 1, true]}",
                "a: {true: ['yes', 1, true]}",
                "a: {}",
                "a: null",
                "",
                "a: {b: [!!str yes, &x 1, *x]}",
                "a: {b: ['yes', 1, true]}\n---\na: 1",
                "a: {b: ['yes', 1, true]",
                "a: !!java.net.URL [x]",
            })
    void noticesEveryOtherText(String text) {
        assertThat(ReadBack.firstDifference(MEANT, text)).isPresent();
    }
}
