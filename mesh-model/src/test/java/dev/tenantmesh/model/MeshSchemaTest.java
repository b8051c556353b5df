package dev.tenantmesh.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantmesh.model.environment.Inheritance;
import dev.tenantmesh.model.yaml.RecordSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed schema is the one the records make; {@code -Dmesh.refresh=true} writes it anew. */
class MeshSchemaTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Path COMMITTED =
            Path.of("src", "main", "resources", "dev", "tenantmesh", "model").resolve(MeshSchema.FILE_NAME);

    private static final Path EXAMPLES = Path.of("..", "examples");

    private final RecordSchema records = new RecordSchema(Path.of("src", "main", "java"));
    private final Map<String, ModelReader.Kind> kinds = new TreeMap<>(ModelReader.KINDS);

    @Test
    void is_what_the_records_make() throws IOException {
        String schema = text(schema());
        if (Boolean.getBoolean("mesh.refresh")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, schema);
        }

        assertThat(Files.readString(COMMITTED).replace("\r\n", "\n"))
                .as("rewrite it with -Dmesh.refresh=true")
                .isEqualTo(schema);
    }

    @Test
    void is_recognised_by_its_beginning() {
        assertThat(MeshSchema.isOne(MeshSchema.text())).isTrue();
        assertThat(MeshSchema.isOne("{\"$id\" : \"https://example.com/other.json\"}"))
                .isFalse();
    }

    /** An editor looks for it at the head of each document, relative to the file. */
    @Test
    void is_named_by_every_document_of_the_examples() throws IOException {
        String modeline = "# yaml-language-server: $schema=";
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            for (Path file : files.filter(MeshSchemaTest::isDocument).toList()) {
                for (String document : Files.readString(file).split("\\R---\\R", -1)) {
                    String head = document.lines().findFirst().orElseThrow();
                    assertThat(head).as(file.toString()).startsWith(modeline);
                    assertThat(file.resolveSibling(head.substring(modeline.length())))
                            .hasSameTextualContentAs(COMMITTED);
                }
            }
        }
    }

    /** Raw manifests stand below the models, too. */
    private static boolean isDocument(Path path) {
        String name = path.toString().replace('\\', '/');
        return Files.isRegularFile(path) && name.contains("/src/main/mesh/") && !name.contains("manifests");
    }

    /** Completion offers the keys of a kind once the kind is written. */
    private ObjectNode schema() {
        ObjectNode schema = JSON.objectNode()
                .put("$schema", "http://json-schema.org/draft-07/schema#")
                .put("$id", "https://tenantmesh.dev/schemas/v1.json")
                .put("title", "Mesh document of " + ModelReader.API_VERSION)
                .put("type", "object");
        schema.set("required", JSON.arrayNode().add("apiVersion").add("kind"));
        ObjectNode properties = schema.putObject("properties");
        properties
                .putObject("apiVersion")
                .put("description", "The version of the language.")
                .put("const", ModelReader.API_VERSION);
        ObjectNode kind = properties.putObject("kind").put("description", "What the document describes.");
        ArrayNode names = kind.putArray("enum");
        ArrayNode explanations = kind.putArray("enumDescriptions");
        ArrayNode choices = schema.putArray("allOf");
        kinds.forEach((name, type) -> {
            names.add(name);
            explanations.add(records.describe(type.document()));
            choices.add(choice(name, type));
        });
        return schema;
    }

    private ObjectNode choice(String kind, ModelReader.Kind type) {
        ObjectNode then = JSON.objectNode().put("title", kind).put("description", records.describe(type.document()));
        ObjectNode record = records.knowing(type.known()).of(type.body());
        ObjectNode all = JSON.objectNode().put("apiVersion", true).put("kind", true);
        if (kind.equals("Platform")) {
            all.setAll((ObjectNode) records.of(Inheritance.class).get("properties"));
        }
        all.setAll((ObjectNode) record.get("properties"));
        then.setAll(record);
        then.set("properties", all);
        ObjectNode when = JSON.objectNode();
        when.set("required", JSON.arrayNode().add("kind"));
        when.putObject("properties").putObject("kind").put("const", kind);
        return JSON.objectNode()
                .<ObjectNode>set("if", when)
                .set("then", kind.equals("Platform") ? extensible(then) : then);
    }

    /** What extends another document, or is only there to be extended, may leave everything out. */
    private static ObjectNode extensible(ObjectNode whole) {
        ObjectNode isAbstract = JSON.objectNode();
        isAbstract.set("required", JSON.arrayNode().add("abstract"));
        isAbstract.putObject("properties").putObject("abstract").put("const", true);
        ObjectNode inherits = JSON.objectNode();
        inherits.putArray("anyOf")
                .add(JSON.objectNode()
                        .<ObjectNode>set("required", JSON.arrayNode().add("extends")))
                .add(isAbstract);
        ObjectNode partial = whole.deepCopy();
        withoutRequired(partial);
        return JSON.objectNode()
                .<ObjectNode>set("if", inherits)
                .<ObjectNode>set("then", partial)
                .set("else", whole);
    }

    private static void withoutRequired(JsonNode schema) {
        if (schema instanceof ObjectNode mapping && mapping.path("required").isArray()) {
            mapping.remove("required");
        }
        schema.forEach(MeshSchemaTest::withoutRequired);
    }

    private static String text(ObjectNode schema) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        return new ObjectMapper().writer(printer).writeValueAsString(schema) + "\n";
    }
}
