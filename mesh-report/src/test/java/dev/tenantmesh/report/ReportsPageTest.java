package dev.tenantmesh.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about JSON names every field that is written, and none that is not. */
class ReportsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "reports.md");
    private static final Path WRITTEN = Path.of("src", "test", "resources");
    private static final Pattern SECTION = Pattern.compile("(?m)^## (tenantmesh\\.dev/\\S+)$");
    private static final Pattern FIELD = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    @Test
    void every_field_is_explained() throws IOException {
        assertThat(explained()).isEqualTo(written());
    }

    private static Map<String, Set<String>> explained() throws IOException {
        Map<String, Set<String>> explained = new TreeMap<>();
        String page = Files.readString(PAGE);
        Matcher section = SECTION.matcher(page);
        List<int[]> places = section.results()
                .map(found -> new int[] {found.start(), found.end()})
                .toList();
        for (int i = 0; i < places.size(); i++) {
            int end = i + 1 < places.size() ? places.get(i + 1)[0] : page.length();
            String title = page.substring(places.get(i)[0] + "## ".length(), places.get(i)[1]);
            Set<String> fields = new TreeSet<>();
            FIELD.matcher(page.substring(places.get(i)[1], end)).results().forEach(field -> fields.add(field.group(1)));
            explained.put(title, fields);
        }
        return explained;
    }

    private static Map<String, Set<String>> written() throws IOException {
        Map<String, Set<String>> written = new TreeMap<>();
        try (Stream<Path> files = Files.walk(WRITTEN)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                add(new ObjectMapper().readTree(file.toFile()), written);
            }
        }
        add(new ObjectMapper().readTree(ProofReportTest.report().written(Format.JSON)), written);
        add(new ObjectMapper().readTree(MigrationReportTest.report().written(Format.JSON)), written);
        add(new ObjectMapper().readTree(DiffReportTest.written(Format.JSON)), written);
        return written;
    }

    private static void add(JsonNode json, Map<String, Set<String>> written) {
        Set<String> fields = written.computeIfAbsent(json.path("version").asText(), absent -> new TreeSet<>());
        walk("", json, fields);
    }

    /** Names that are chosen by whoever wrote the manifests are no fields. */
    private static void walk(String path, JsonNode node, Set<String> fields) {
        if (node.isArray()) {
            node.forEach(element -> walk(path + "[]", element, fields));
        } else if (node.isObject() && !path.endsWith(".labels")) {
            node.properties().forEach(field -> {
                String inner = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                if (!field.getValue().isContainerNode() || isList(field.getValue())) {
                    fields.add(inner + (field.getValue().isArray() ? "[]" : ""));
                }
                if (inner.endsWith(".labels")) {
                    fields.add(inner);
                }
                walk(inner, field.getValue(), fields);
            });
        }
    }

    private static boolean isList(JsonNode node) {
        return node.isArray() && (node.isEmpty() || !node.get(0).isObject());
    }
}
