package dev.tenantmesh.generator.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Strings that YAML writers get wrong must be read as the same strings by readers of every YAML version. */
class HostileStringsTest {

    private static final List<String> OWN = List.of(
            "yes",
            "No",
            "ON",
            "y",
            "~",
            "null",
            "0777",
            "0o17",
            "1e3",
            "1_000",
            ".5",
            "+1",
            "12:30:45",
            "2001-01-01",
            "=",
            "<<",
            "*a",
            "&a",
            "!a",
            "%a",
            "@a",
            "`a",
            "- a",
            "a: b",
            "a #b",
            "a:",
            "? a",
            "{a}",
            "[a]",
            "a,b",
            "'a'",
            "\"a\"",
            "a\\b",
            "---",
            "...",
            " a",
            "a ",
            "\ta",
            "a\tb",
            "a\nb",
            "\n",
            "\n a\n",
            "a\n\n",
            "a\r\nb",
            "\u0000",
            "\u0007",
            "\u0085",
            "\u00a0",
            "\u2028",
            "\ufeff",
            "\ufffe",
            "\ud83d\ude00",
            "",
            "443",
            "v1",
            "1.2.3.4",
            "10.0.0.0/8",
            "fd00::/8",
            "*.example.com",
            "~/*",
            ".inf",
            "nan",
            "_1",
            "0x1f",
            "x".repeat(300));

    @Test
    void ownStringsReadBackAsValuesAndAsKeys() throws IOException {
        assertReadersAgreeOn(OWN);
    }

    @Test
    void ownStringsReadBackFromTheObjectsTheyAnnotate() {
        OWN.forEach(HostileStringsTest::assertAnnotationSurvives);
    }

    @Test
    void theCorpusReadsBackAsValuesAndAsKeys() throws IOException {
        List<String> corpus = corpus();
        assertThat(corpus).hasSizeGreaterThanOrEqualTo(109);
        assertReadersAgreeOn(corpus);
        corpus.forEach(HostileStringsTest::assertAnnotationSurvives);
    }

    @Test
    void kubectlReadsTheSameStrings(@TempDir Path folder) throws IOException, InterruptedException {
        List<String> strings = Files.isRegularFile(corpusFile()) ? corpus() : OWN;
        assertKubectlReads(strings, folder);
    }

    @Test
    void kubectlReadsOwnStrings(@TempDir Path folder) throws IOException, InterruptedException {
        assertKubectlReads(OWN, folder);
    }

    private static void assertReadersAgreeOn(List<String> strings) throws IOException {
        Map<String, Object> meant = new LinkedHashMap<>();
        for (String string : strings) {
            meant.put(string, Map.of("value", string, "list", List.of(string, Map.of(string, string))));
        }
        String text = ManifestYaml.write("hostile", meant);

        assertThat(new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(text))
                .isEqualTo(meant);
        assertThat(new YAMLMapper().readValue(text, Object.class)).isEqualTo(meant);
        assertThat(new Load(LoadSettings.builder().build()).loadFromString(text))
                .isEqualTo(meant);
        assertThat(new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(text))
                .isEqualTo(meant);
    }

    private static void assertAnnotationSurvives(String string) {
        String text = ManifestYaml.write("hostile", annotated(Map.of("example.com/note", string)));
        Map<?, ?> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        assertThat(read.get("metadata"))
                .isEqualTo(Map.of("name", "hostile", "annotations", Map.of("example.com/note", string)));
    }

    private static void assertKubectlReads(List<String> strings, Path folder) throws IOException, InterruptedException {
        assumeTrue(isInstalled("kubectl"), "kubectl is not installed");
        Map<String, String> annotations = new TreeMap<>();
        IntStream.range(0, strings.size()).forEach(i -> annotations.put("example.com/n" + i, strings.get(i)));
        strings.forEach(string -> annotations.put(string, "key"));
        Path file = Files.writeString(folder.resolve("in.yaml"), ManifestYaml.write("hostile", annotated(annotations)));
        Path read = folder.resolve("out.json");

        Process kubectl = new ProcessBuilder(
                        "kubectl", "annotate", "--local", "-f", file.toString(), "added=by-kubectl", "-o", "json")
                .redirectError(folder.resolve("err.txt").toFile())
                .redirectOutput(read.toFile())
                .start();

        assertThat(kubectl.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(kubectl.exitValue())
                .as(Files.readString(folder.resolve("err.txt")))
                .isZero();
        annotations.put("added", "by-kubectl");
        assertThat(new ObjectMapper().readTree(read.toFile()).at("/metadata/annotations"))
                .isEqualTo(new ObjectMapper().valueToTree(annotations));
    }

    private static Object annotated(Map<String, String> annotations) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("hostile")
                .withAnnotations(annotations)
                .endMetadata()
                .build();
    }

    private static List<String> corpus() throws IOException {
        Path file = corpusFile();
        assumeTrue(Files.isRegularFile(file), "no corpus: run with -Dmesh.corpus=<folder>");
        return Arrays.asList(new ObjectMapper().readValue(file.toFile(), String[].class));
    }

    private static Path corpusFile() {
        return Path.of(System.getProperty("mesh.corpus", "no-corpus"), "hostile-strings.json");
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
