package dev.tenantmesh.generator.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * An API object as its file says it, read as a cluster reads it.
 *
 * @param path the file, below the output folder
 * @param tree what it says
 */
record Manifest(String path, JsonNode tree) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Manifest of(String path, String text) {
        return new Manifest(path, JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text)));
    }

    /** The API objects among the files that are applied: neither kustomizations, values for Helm nor components. */
    static List<Manifest> in(Map<String, String> texts) {
        return texts.entrySet().stream()
                .filter(file -> !file.getKey().contains("_components/"))
                .map(file -> of(file.getKey(), file.getValue()))
                .filter(manifest -> manifest.tree.has("metadata"))
                .toList();
    }

    /** Those that were generated, without those that were taken in as they are. */
    static List<Manifest> generatedIn(Map<String, String> texts) {
        return in(texts).stream()
                .filter(manifest -> !isTaken(texts.getOrDefault(manifest.path, "")))
                .toList();
    }

    private static boolean isTaken(String text) {
        return text.lines().findFirst().orElse("").contains("/manifests: taken from ");
    }

    boolean is(String kind) {
        return kind().equals(kind);
    }

    /** The folder of a platform, or of one of its clusters. */
    String platform() {
        String folder = path.substring(0, path.lastIndexOf('/'));
        return folder.substring(0, folder.lastIndexOf('/'));
    }

    String apiVersion() {
        return tree.path("apiVersion").asText();
    }

    String kind() {
        return tree.path("kind").asText();
    }

    String name() {
        return tree.at("/metadata/name").asText();
    }

    String namespace() {
        return tree.at("/metadata/namespace").asText();
    }

    String label(String key) {
        return tree.at("/metadata/labels").path(key).asText();
    }

    JsonNode spec() {
        return tree.path("spec");
    }
}
