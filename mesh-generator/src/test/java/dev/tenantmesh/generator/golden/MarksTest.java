package dev.tenantmesh.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Site;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.tenant.Tenant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The teams' own labels and annotations are on everything of theirs, and mean nothing to a policy. */
class MarksTest {

    @TestFactory
    Stream<DynamicTest> everythingGeneratedIsMarkedByItsLevels() {
        return GoldenCase.forEach(golden -> {
            MeshModel model = golden.rendering().model();
            for (Manifest manifest : Manifest.generatedIn(golden.rendering().texts())) {
                JsonNode metadata = manifest.tree().path("metadata");
                expected(model, manifest, Kind.LABELS)
                        .forEach((key, value) -> assertThat(
                                        metadata.path("labels").path(key).asText())
                                .as(manifest.path() + " " + key)
                                .isEqualTo(value));
                expected(model, manifest, Kind.ANNOTATIONS)
                        .forEach((key, value) -> assertThat(
                                        metadata.path("annotations").path(key).asText())
                                .as(manifest.path() + " " + key)
                                .isEqualTo(value));
            }
        });
    }

    /** By the labels of Namespaces a cluster recognises who may do what: a tenant gives itself none. */
    @TestFactory
    Stream<DynamicTest> noTenantMarksANamespace() {
        return GoldenCase.forEach(golden -> {
            for (Tenant tenant : golden.rendering().model().tenants()) {
                assertThat(Manifest.generatedIn(golden.rendering().texts()).stream()
                                .filter(manifest -> manifest.is("Namespace"))
                                .map(manifest -> manifest.tree().toString()))
                        .noneMatch(namespace -> holdsAny(
                                        namespace, tenant.labels().keySet())
                                || holdsAny(namespace, tenant.annotations().keySet()));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> noMarkIsInASelectorOrAPod() {
        return GoldenCase.forEach(golden -> {
            for (Tenant tenant : golden.rendering().model().tenants()) {
                assertThat(Manifest.generatedIn(golden.rendering().texts()).stream()
                                .map(MarksTest::body)
                                .map(JsonNode::toString))
                        .noneMatch(body -> holdsAny(body, tenant.labels().keySet()));
            }
        });
    }

    private static JsonNode body(Manifest manifest) {
        ObjectNode body = manifest.tree().deepCopy();
        body.remove("metadata");
        return body;
    }

    private enum Kind {
        LABELS,
        ANNOTATIONS
    }

    private static Map<String, String> expected(MeshModel model, Manifest manifest, Kind kind) {
        Map<String, String> expected = new TreeMap<>();
        for (Site site : model.sites()) {
            Platform platform = site.platform();
            if (platform.name().equals(manifest.platform())) {
                expected.putAll(kind == Kind.LABELS ? platform.labels() : platform.annotations());
            }
        }
        for (Mesh mesh : model.meshes()) {
            if (mesh.name().equals(manifest.label("tenantmesh.dev/mesh"))) {
                expected.putAll(kind == Kind.LABELS ? mesh.labels() : mesh.annotations());
            }
        }
        for (Tenant tenant : model.tenants()) {
            if (tenant.name().equals(manifest.label("tenantmesh.dev/tenant")) && !manifest.is("Namespace")) {
                expected.putAll(kind == Kind.LABELS ? tenant.labels() : tenant.annotations());
            }
        }
        return expected;
    }

    private static boolean holdsAny(String text, Collection<String> keys) {
        return keys.stream().anyMatch(key -> text.contains("\"" + key + "\""));
    }
}
