package dev.tenantmesh.generator.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Reads the CustomResourceDefinitions of a folder, each folder once per JVM. */
final class CrdFolder {

    private static final String PROPERTY = "mesh.crds";
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Map<Path, List<CrdVersion>> READ = new ConcurrentHashMap<>();

    private CrdFolder() {}

    /** The folder that -Dmesh.crds names; without it the test is skipped. */
    static Path given() {
        String folder = System.getProperty(PROPERTY, "");
        Assumptions.assumeFalse(folder.isEmpty(), "skipped: no CustomResourceDefinitions given, see -D" + PROPERTY);
        return Path.of(folder);
    }

    static List<CrdVersion> read(Path folder) {
        return READ.computeIfAbsent(folder.toAbsolutePath().normalize(), CrdFolder::load);
    }

    private static List<CrdVersion> load(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted()
                    .flatMap(CrdFolder::documents)
                    .flatMap(CrdFolder::versions)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> documents(Path file) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(file.toFile())) {
            return documents.readAll().stream().filter(JsonNode::isObject);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<CrdVersion> versions(JsonNode definition) {
        JsonNode spec = definition.path("spec");
        return spec.path("versions").valueStream().map(version -> version(spec, version));
    }

    private static CrdVersion version(JsonNode spec, JsonNode version) {
        String apiVersion =
                spec.path("group").asText() + "/" + version.path("name").asText();
        return new CrdVersion(
                new KindName(apiVersion, spec.at("/names/kind").asText()),
                spec.path("scope").asText().equals("Namespaced"),
                version.path("served").asBoolean(),
                version.at("/schema/openAPIV3Schema"));
    }
}
