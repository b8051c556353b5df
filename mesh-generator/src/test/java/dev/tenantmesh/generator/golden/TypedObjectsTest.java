package dev.tenantmesh.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every file binds to fabric8's class of its kind without a property that the class does not know. */
class TypedObjectsTest {

    /** fabric8's classes keep what they do not know in a map; here that is an error. */
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            })
            .build();

    @TestFactory
    Stream<DynamicTest> everyFileBinds() {
        return GoldenCase.forEach(golden -> {
            Map<String, Class<?>> types = golden.rendering().set().objects().stream()
                    .filter(object -> object.getClass().getName().startsWith("io.fabric8."))
                    .filter(object -> !(object instanceof GenericKubernetesResource))
                    .collect(Collectors.toMap(TypedObjectsTest::nameOf, HasMetadata::getClass, (one, same) -> one));
            List<Manifest> manifests = Manifest.generatedIn(golden.rendering().texts());
            for (Manifest manifest : manifests) {
                Class<?> type = types.get(manifest.apiVersion() + " " + manifest.kind());
                if (type != null) {
                    assertBinds(manifest, type);
                }
            }
        });
    }

    @Test
    void unknownPropertyIsRefusedAtAnyDepth() {
        Manifest policy = Manifest.of(
                "file", "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: one}, spec: {}}");

        for (String place : List.of("", "/metadata", "/spec")) {
            ObjectNode copy = policy.tree().deepCopy();
            ((ObjectNode) copy.at(place)).put("surprise", 1);

            assertThatThrownBy(() -> STRICT.treeToValue(copy, NetworkPolicy.class))
                    .isInstanceOf(UnrecognizedPropertyException.class);
        }
    }

    private static void assertBinds(Manifest manifest, Class<?> type) throws JsonProcessingException {
        Object bound = STRICT.treeToValue(manifest.tree(), type);

        JsonNode again = STRICT.readTree(STRICT.writeValueAsString(bound));
        assertThat(again).as(manifest.path()).isEqualTo(manifest.tree());
    }

    private static String nameOf(HasMetadata object) {
        return object.getApiVersion() + " " + object.getKind();
    }
}
