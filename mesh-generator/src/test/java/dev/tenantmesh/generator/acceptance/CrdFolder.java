package dev.tenantmesh.generator.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tenantmesh.crds.CrdReader;
import dev.tenantmesh.crds.CrdVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /** What a sub-folder of the folder that -Dmesh.crds names defines; without it the test is skipped. */
    static List<CrdVersion> given(String name) {
        String folder = System.getProperty(PROPERTY, "");
        Assumptions.assumeFalse(folder.isEmpty(), "skipped: no CustomResourceDefinitions given, see -D" + PROPERTY);
        return READ.computeIfAbsent(Path.of(folder, name).toAbsolutePath().normalize(), CrdFolder::load);
    }

    private static List<CrdVersion> load(Path folder) {
        List<CrdVersion> versions = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                List<JsonNode> documents = YAML.readerFor(JsonNode.class)
                        .<JsonNode>readValues(file.toFile())
                        .readAll();
                documents.forEach(
                        document -> versions.addAll(CrdReader.read(document).versions()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(versions);
    }
}
