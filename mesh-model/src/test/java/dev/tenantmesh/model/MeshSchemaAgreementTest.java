package dev.tenantmesh.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.problem.ProblemsException;
import dev.tenantmesh.model.yaml.DocumentReader;
import dev.tenantmesh.model.yaml.FullDocument;
import dev.tenantmesh.model.yaml.JsonView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Schema and reader accept the same: every document of the corpus, and a document with every key there is, after each
 * of many changes to each of its parts.
 */
class MeshSchemaAgreementTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Path CASES = Path.of("src", "test", "resources", "cases");
    private static final String FIRST_ABOUT_THE_WHOLE = ProblemCode.EMPTY_SELECTOR.id();

    /** What only the reader sees: host bits, rules of a record, characters that do not show, and how clusters go together. */
    private static final Set<ProblemCode> READER_ONLY = EnumSet.of(
            ProblemCode.CLUSTERS_CONFUSED,
            ProblemCode.CONTROL_PLANE_UNPLACED,
            ProblemCode.INVALID_CIDR,
            ProblemCode.INVALID_VALUE,
            ProblemCode.INVALID_TEXT,
            ProblemCode.NODES_NOT_APART);

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_7,
                    builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .locale(Locale.ENGLISH)
                            .formatAssertionsEnabled(true)
                            .build()))
            .getSchema(MeshSchema.text(), InputFormat.JSON);

    private static final List<JsonNode> SHAPES = List.of(
            JSON.textNode("a1"),
            JSON.numberNode(8080),
            JSON.nullNode(),
            JSON.arrayNode(),
            JSON.arrayNode().add("a1").addNull(),
            JSON.arrayNode().add(8080),
            JSON.objectNode(),
            JSON.objectNode().put("a1", "a1"),
            JSON.objectNode().put("Not A Key", 1),
            JSON.objectNode().put("8080", "STRICT"),
            JSON.objectNode().put("65536", "STRICT"));

    private static final List<JsonNode> REPLACEMENTS = List.of(
            JSON.textNode("a1"),
            JSON.textNode(" "),
            JSON.textNode("Not A Name"),
            JSON.textNode("8080"),
            JSON.textNode("2027-02-30"),
            JSON.textNode("a.example"),
            JSON.textNode("10.0.0.1/8"),
            JSON.numberNode(8080),
            JSON.numberNode(0),
            JSON.numberNode(65_536),
            JSON.numberNode(3_000_000_000L),
            JSON.numberNode(1.5),
            JSON.booleanNode(true),
            JSON.nullNode(),
            JSON.arrayNode().add("a1"),
            JSON.objectNode());

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> about_the_corpus() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(file -> dynamicTest(CASES.relativize(file).toString(), () -> agreeAbout(file)))
                    .toList()
                    .stream();
        }
    }

    @TestFactory
    Stream<DynamicTest> about_a_document_with_every_key_however_it_is_changed() {
        return new TreeMap<>(ModelReader.KINDS)
                .entrySet().stream()
                        .map(kind -> dynamicTest(kind.getKey(), () -> {
                            ObjectNode full = new FullDocument(kind.getValue().known())
                                    .of(
                                            ModelReader.API_VERSION,
                                            kind.getKey(),
                                            kind.getValue().body());
                            assertThat(schemaSays(full)).isEmpty();
                            mutants(full).forEach(this::agreeAbout);
                        }));
    }

    /** What is missing in one of them is known only when it is merged, so the schema is lenient where the reader waits. */
    @Test
    void about_platforms_that_extend_another_or_wait_to_be_extended() {
        ObjectNode part = JSON.objectNode()
                .put("apiVersion", ModelReader.API_VERSION)
                .put("kind", "Platform")
                .put("name", "here");
        part.putObject("network").putArray("podCIDRs").add("10.0.0.0/16");
        part.putArray("tenants")
                .addObject()
                .put("name", "web")
                .putArray("hosts")
                .add("*.web.example.com");

        assertThat(Stream.of(
                        part.deepCopy().put("extends", "base"),
                        part.deepCopy().put("abstract", true),
                        part.deepCopy().put("extends", "base").put("abstract", false)))
                .allSatisfy(document -> assertThat(schemaSays(document)).isEmpty())
                .allSatisfy(this::agreeAbout);
        assertThat(Stream.of(
                        part.deepCopy(),
                        part.deepCopy().put("abstract", false),
                        part.deepCopy().put("extends", 8080),
                        part.deepCopy().put("extends", "base").put("abstract", "a1"),
                        part.deepCopy().put("extends", "base").put("strange", 1),
                        part.deepCopy().put("extends", "base").put("tenants", 1)))
                .allSatisfy(document -> assertThat(schemaSays(document)).isNotEmpty())
                .allSatisfy(this::agreeAbout);
    }

    @Test
    void about_documents_that_do_not_say_what_they_are() {
        ObjectNode mesh = JSON.objectNode().put("apiVersion", ModelReader.API_VERSION);
        Stream.of(
                        mesh.deepCopy(),
                        mesh.deepCopy().put("kind", "Mash"),
                        mesh.put("kind", "Mesh").put("apiVersion", "v2"))
                .forEach(this::agreeAbout);
    }

    private void agreeAbout(Path file) throws IOException {
        Problems ignored = new Problems();
        DocumentReader.read("m.yaml", Files.readAllBytes(file), ignored).stream()
                .flatMap(document -> JsonView.of(document).stream())
                .forEach(this::agreeAbout);
    }

    private void agreeAbout(JsonNode document) {
        if (document.path("abstract").asBoolean()) {
            return; // its values are looked at in the Platforms that extend it, which are other documents
        }
        Set<ProblemCode> reader = readerSays(document);
        List<String> schema = schemaSays(document);
        if (reader.isEmpty() || !READER_ONLY.containsAll(reader)) {
            assertThat(schema.isEmpty())
                    .as("%s%nreader: %s%nschema: %s", document, reader, schema)
                    .isEqualTo(reader.isEmpty());
        }
    }

    private static List<String> schemaSays(JsonNode document) {
        return SCHEMA.validate(document).stream().map(Object::toString).toList();
    }

    /** The reader wants lines as lines; certificates may be folded into one. */
    private static String folded(String json) {
        return Pattern.compile("\"(-----BEGIN[^\"]*)\"")
                .matcher(json)
                .replaceAll(text -> "\"" + text.group(1).replace("\\n", " ") + "\"");
    }

    /** What is wrong with the document by itself, whatever else there is. JSON is YAML, with every text in quotes. */
    private Set<ProblemCode> readerSays(JsonNode document) {
        try {
            Path file = folder.resolve("m.yaml");
            Files.writeString(file, folded(document.toString()), StandardCharsets.UTF_8);
            new ModelReader(null).read(ModelFiles.below(List.of(file)));
            return Set.of();
        } catch (ProblemsException told) {
            return told.problems().sorted().stream()
                    .filter(MeshSchemaAgreementTest::isAboutTheDocument)
                    .map(Problem::code)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(ProblemCode.class)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Some rules use the code of a missing key for what only together with something else is one. */
    private static boolean isAboutTheDocument(Problem problem) {
        return problem.code() == ProblemCode.MISSING_KEY
                ? problem.why().matches("The key '.*' is missing\\.|The document has no .*")
                : problem.code() == ProblemCode.INVALID_QUANTITY
                        || problem.code().id().compareTo(FIRST_ABOUT_THE_WHOLE) < 0;
    }

    /** Each part replaced, each key left out, and a strange and a misspelled key in each mapping. */
    private static List<JsonNode> mutants(ObjectNode document) {
        List<JsonNode> mutants = new ArrayList<>();
        change(document, () -> mutants.add(document.deepCopy()));
        return mutants;
    }

    private static void change(JsonNode node, Runnable changed) {
        if (node instanceof ObjectNode mapping) {
            for (String key : fieldNames(mapping)) {
                JsonNode value = mapping.get(key);
                replace(value, other -> mapping.set(key, other), changed);
                mapping.remove(key);
                changed.run();
                mapping.set(key + "x", value);
                changed.run();
                mapping.remove(key + "x");
                mapping.set(key, value);
                change(value, changed);
            }
            for (String strange : List.of("strange", "gateways", "replicas")) {
                if (!mapping.has(strange)) {
                    mapping.put(strange, 1);
                    changed.run();
                    mapping.remove(strange);
                }
            }
        }
        if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                int index = i;
                JsonNode item = list.get(i);
                replace(item, other -> list.set(index, other), changed);
                list.set(index, item);
                change(item, changed);
            }
        }
    }

    private static void replace(JsonNode value, Consumer<JsonNode> place, Runnable changed) {
        for (JsonNode replacement : value.isContainerNode() ? SHAPES : REPLACEMENTS) {
            place.accept(replacement);
            changed.run();
        }
        place.accept(value);
    }

    private static List<String> fieldNames(ObjectNode mapping) {
        List<String> names = new ArrayList<>();
        mapping.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
