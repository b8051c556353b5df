package dev.tenantmesh.crds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
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

/** Manifests as tests write them down. */
public final class Sample {

    private static final Map<String, List<CrdVersion>> READ = new ConcurrentHashMap<>();
    private static final YAMLMapper YAML = new YAMLMapper();

    private Sample() {}

    public static JsonNode yaml(String text) {
        try {
            return YAML.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** A namespaced object with this spec, in flow style. */
    static JsonNode object(String apiVersion, String kind, String spec) {
        return yaml("{apiVersion: %s, kind: %s, metadata: {name: sample, namespace: app}, spec: %s}"
                .formatted(apiVersion, kind, spec));
    }

    /** A server with the definitions of some folders of -Dmesh.crds; without it the calling test is skipped. */
    static ApiServer server(String... folders) {
        return ApiServer.of(
                Stream.of(folders).flatMap(folder -> versions(folder).stream()).toList());
    }

    /** The definitions of a folder of -Dmesh.crds; without it the calling test is skipped. */
    public static List<JsonNode> documents(String folder) {
        String crds = System.getProperty("mesh.crds", "");
        Assumptions.assumeFalse(crds.isEmpty(), "-Dmesh.crds is not given");
        try (Stream<Path> files = Files.list(Path.of(crds, folder))) {
            List<JsonNode> documents = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                documents.addAll(YAML.readerFor(JsonNode.class)
                        .<JsonNode>readValues(file.toFile())
                        .readAll());
            }
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<CrdVersion> versions(String folder) {
        return READ.computeIfAbsent(
                folder,
                name -> documents(name).stream()
                        .flatMap(document -> CrdReader.read(document).versions().stream())
                        .toList());
    }
}
