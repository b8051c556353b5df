package dev.tenantmesh.crds.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenantmesh.crds.Sample;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IstioHistoryTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    networking.istio.io/v1      | Gateway             | 21 | 22
                    networking.istio.io/v1beta1 | Gateway             | 16 | 0
                    security.istio.io/v1        | PeerAuthentication  | 21 | 22
                    security.istio.io/v1        | AuthorizationPolicy | 18 | 0
                    security.istio.io/v1        | AuthorizationPolicy | 16 | 18
                    extensions.istio.io/v1alpha1| TrafficExtension    | 29 | 30
                    gateway.networking.k8s.io/v1| Gateway             | 16 | 0
                    """)
    void aVersionIsServedFromARelease(String apiVersion, String kind, int istio, int since) {
        List<IstioHistory.Newer> newer = IstioHistory.newerThan(istio, object(apiVersion, kind, "{}"));

        assertThat(newer)
                .extracting(IstioHistory.Newer::istio)
                .containsExactlyElementsOf(since == 0 ? List.of() : List.of(since));
    }

    @Test
    void aFieldIsFoundWhereverItsPathEnds() {
        JsonNode policy = object(
                "security.istio.io/v1beta1",
                "AuthorizationPolicy",
                "{rules: [{}, {from: [{source: {serviceAccounts: [shop/api]}}]}]}");

        assertThat(IstioHistory.newerThan(24, policy)).singleElement().satisfies(newer -> {
            assertThat(newer.pointer()).hasToString("/spec/rules/1/from/0/source/serviceAccounts");
            assertThat(newer.what()).isEqualTo("serviceAccounts");
            assertThat(newer.istio()).isEqualTo(25);
        });
        assertThat(IstioHistory.newerThan(25, policy)).isEmpty();
    }

    @Test
    void aValueIsNewInAnOldField() {
        JsonNode gateway = object(
                "networking.istio.io/v1beta1",
                "Gateway",
                "{servers: [{tls: {mode: OPTIONAL_MUTUAL}}, {tls: {mode: MUTUAL}}]}");

        assertThat(IstioHistory.newerThan(18, gateway))
                .extracting(newer -> newer.pointer().toString())
                .containsExactly("/spec/servers/0/tls/mode");
    }

    @ParameterizedTest
    @CsvSource({"istio-1.20, 20", "istio-1.30, 30"})
    void definitionsKnowWhatHadComeAndNothingElse(String folder, int istio) {
        List<JsonNode> definitions = Sample.documents(folder);

        assertThat(Novelties.ALL)
                .allSatisfy(novelty -> assertThat(novelty.kinds())
                        .allSatisfy(kind -> assertThat(knows(definitions, kind, novelty))
                                .as("%s of %s", novelty.field(), kind)
                                .isEqualTo(novelty.istio() <= istio)));
    }

    private static boolean knows(List<JsonNode> definitions, String kind, Novelty novelty) {
        return definitions.stream()
                .filter(definition -> definition.at("/spec/names/kind").asText().equals(kind))
                .flatMap(definition -> definition.at("/spec/versions").valueStream())
                .map(version -> version.at("/schema/openAPIV3Schema"))
                .anyMatch(schema -> fields(schema, List.of())
                        .anyMatch(field -> novelty.isAt(field.path())
                                && (novelty.value() == null || field.allows(novelty.value()))));
    }

    private record Field(List<String> path, JsonNode schema) {
        boolean allows(String value) {
            return schema.path("enum")
                    .valueStream()
                    .anyMatch(each -> each.asText().equals(value));
        }
    }

    private static Stream<Field> fields(JsonNode schema, List<String> path) {
        Stream<Field> properties = schema.path("properties").properties().stream()
                .flatMap(property -> {
                    List<String> deeper = Stream.concat(path.stream(), Stream.of(property.getKey()))
                            .toList();
                    return Stream.concat(
                            Stream.of(new Field(deeper, property.getValue())), fields(property.getValue(), deeper));
                });
        return Stream.concat(properties, schema.has("items") ? fields(schema.path("items"), path) : Stream.empty());
    }

    private static JsonNode object(String apiVersion, String kind, String spec) {
        return Sample.yaml("{apiVersion: %s, kind: %s, spec: %s}".formatted(apiVersion, kind, spec));
    }
}
