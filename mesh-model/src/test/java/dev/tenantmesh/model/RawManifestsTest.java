package dev.tenantmesh.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenantmesh.model.mesh.ControlPlane;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.MeshBuilder;
import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.ProblemsException;
import dev.tenantmesh.model.raw.RawManifest;
import dev.tenantmesh.model.yaml.DocumentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawManifestsTest {

    private static final String CONFIG_MAP = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: %s, namespace: web-prod}
            """;

    @TempDir
    private Path folder;

    private Path model;

    @BeforeEach
    void copyModel() throws IOException {
        model = folder.resolve("model");
        Path small = Path.of("src/test/resources/cases/good/the-smallest-model");
        for (String file : List.of("platform.yaml", "meshes.yaml")) {
            write(file, Files.readString(small.resolve(file)));
        }
        write("tenants/web.yaml", tenant("manifests"));
    }

    @Test
    void objects_are_taken_as_they_are_with_their_places() throws IOException {
        // Given
        write("tenants/manifests/b.json", """
                {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "b", "namespace": "web-prod"},
                 "data": {"text": "one\\ntwo", "empty": ""}, "immutable": true}
                """);
        write(
                "tenants/manifests/deep/a.yaml",
                CONFIG_MAP.formatted("a") + "data: {none: null, size: 10.5, big: 123}\n");

        // When
        List<RawManifest> manifests = MeshModel.read(model).manifests();

        // Then
        assertThat(manifests).extracting(RawManifest::name).containsExactly("a", "b");
        RawManifest a = manifests.get(0);
        assertThat(a.file()).isEqualTo("manifests/deep/a.yaml");
        assertThat(a.entry()).isEqualTo("tenant/web/manifests");
        assertThat(a.origin("metadata", "name").toString()).endsWith("tenants/manifests/deep/a.yaml:3:18");
        assertThat(String.valueOf(a.body())).isEqualTo("{data={none=null, size=10.5, big=123}}");
        assertThat(manifests.get(1).body())
                .isEqualTo(Map.of("data", Map.of("text", "one\ntwo", "empty", ""), "immutable", true));
    }

    @Test
    void a_link_to_a_file_elsewhere_is_refused() throws IOException {
        // Given
        Path secret = Files.writeString(folder.resolve("secret.yaml"), CONFIG_MAP.formatted("secret"));
        Files.createDirectories(model.resolve("tenants/manifests"));
        Files.createSymbolicLink(model.resolve("tenants/manifests/link.yaml"), secret);

        // Then
        assertThat(problems()).singleElement().asString().contains("MESH0187", "It is a symbolic link.");
    }

    @Test
    void a_link_to_a_folder_elsewhere_is_refused() throws IOException {
        // Given
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere/manifests"));
        Files.writeString(elsewhere.resolve("secret.yaml"), CONFIG_MAP.formatted("secret"));
        Files.createSymbolicLink(model.resolve("tenants/manifests"), elsewhere);

        // Then
        assertThat(problems()).singleElement().asString().contains("MESH0187", "It leads through a symbolic link.");
    }

    @Test
    void a_link_that_is_named_itself_is_refused() throws IOException {
        // Given
        write("tenants/web.yaml", tenant("manifests/link.yaml"));
        Files.createDirectories(model.resolve("tenants/manifests"));
        Files.createSymbolicLink(model.resolve("tenants/manifests/link.yaml"), Path.of("../web.yaml"));

        // Then
        assertThat(problems()).singleElement().asString().contains("MESH0187", "It leads through a symbolic link.");
    }

    @Test
    void a_file_beyond_the_limit_is_not_read() throws IOException {
        // Given
        write("tenants/manifests/big.yaml", "#".repeat(DocumentReader.MAX_BYTES + 1));

        // Then
        assertThat(problems()).singleElement().asString().contains("MESH0110");
    }

    @Test
    void file_names_that_are_not_plain_are_refused() throws IOException {
        // Given
        write("tenants/manifests/a b.yaml", CONFIG_MAP.formatted("a"));
        write("tenants/manifests/-rf.yaml", CONFIG_MAP.formatted("b"));

        // Then
        assertThat(problems()).hasSize(2).allMatch(problem -> problem.why().equals("This is not a plain name."));
    }

    @Test
    void a_single_document_may_name_files_beside_it_only() throws IOException {
        // Given
        Path mesh =
                write("one/mesh.yaml", Files.readString(model.resolve("meshes.yaml")) + "manifests: [../manifests]\n");
        write("manifests/a.yaml", CONFIG_MAP.formatted("a"));

        // When
        ProblemsException refused = catchThrowableOfType(
                ProblemsException.class,
                () -> MeshModel.read(mesh, model.resolve("platform.yaml"), model.resolve("tenants/web.yaml")));

        // Then
        assertThat(refused.problems().sorted())
                .anyMatch(problem -> problem.why().startsWith("It does not lie in a folder called 'manifests'"));
    }

    @Test
    void a_document_of_the_class_path_cannot_name_files() throws IOException {
        // Given
        Files.delete(model.resolve("tenants/web.yaml"));
        write("../classes/acme/tenants/web.yaml", tenant("manifests"));
        write("../classes/acme/tenants/manifests/a.yaml", CONFIG_MAP.formatted("a"));

        // When
        ProblemsException refused =
                catchThrowableOfType(ProblemsException.class, () -> MeshModel.read(importing("classpath:acme/")));

        // Then
        assertThat(refused.problems().sorted())
                .singleElement()
                .asString()
                .isEqualTo(
                        "classpath:acme/tenants/web.yaml:5:13: MESH0187 'manifests': The document comes from the class"
                                + " path, where no raw manifests are looked for. Keep the document and its manifests in the"
                                + " model's folder.");
    }

    @Test
    void a_mesh_of_the_class_path_may_name_files_that_are_not_rendered_here() throws IOException {
        // Given
        String mesh = Files.readString(model.resolve("meshes.yaml")) + "manifests: [manifests/a.yaml]\n";
        Files.delete(model.resolve("meshes.yaml"));
        write("../classes/acme/meshes.yaml", mesh);
        write("tenants/manifests/b.yaml", CONFIG_MAP.formatted("b"));

        // When
        ModelSources all = importing("classpath:acme/");
        ProblemsException refused = catchThrowableOfType(ProblemsException.class, () -> MeshModel.read(all));

        // Then
        assertThat(refused.problems().sorted())
                .singleElement()
                .asString()
                .contains("MESH0187 'manifests/a.yaml'", "Set mesh.tenant to render one tenant alone,");
        assertThat(MeshModel.read(all.onlyFor("web")).manifests())
                .extracting(RawManifest::name)
                .containsExactly("b");
    }

    @Test
    void files_of_others_are_not_read_for_one_tenant_and_its_own_not_forgotten() throws IOException {
        // Given
        write("meshes.yaml", Files.readString(model.resolve("meshes.yaml")) + "manifests: [manifests/none.yaml]\n");
        write(
                "platform.yaml",
                Files.readString(model.resolve("platform.yaml")) + "  - {name: pay, namespaces: [\"pay-*\"]}\n");
        write("tenants/manifests/broken.yaml", "no object");
        write("tenants/pay.yaml", tenant("manifests/pay/a.yaml").replace("web", "pay"));
        write("tenants/manifests/pay/a.yaml", CONFIG_MAP.formatted("a").replace("web", "pay"));
        write("tenants/web.yaml", tenant("manifests/broken.yaml"));

        // Then
        ModelSources forPay = ModelSources.of(model).onlyFor("pay");
        assertThat(MeshModel.read(forPay).manifests())
                .extracting(RawManifest::name)
                .containsExactly("a");
        write("tenants/manifests/pay/b.yaml", CONFIG_MAP.formatted("b").replace("web", "pay"));
        assertThat(catchThrowableOfType(ProblemsException.class, () -> MeshModel.read(forPay))
                        .problems()
                        .sorted())
                .singleElement()
                .asString()
                .contains("manifests/pay/b.yaml: MESH0187", "No document names this file");
    }

    @Test
    void a_model_built_in_java_has_no_files() {
        // Given
        Mesh mesh = MeshBuilder.builder()
                .name("retail")
                .controlPlane(new ControlPlane("retail", "retail-mesh", null, null))
                .trustDomain("retail.example.com")
                .manifests(List.of("manifests/a.yaml"))
                .build();

        // When
        ProblemsException refused =
                catchThrowableOfType(ProblemsException.class, () -> MeshModel.of(List.of(), List.of(mesh), List.of()));

        // Then
        assertThat(refused.problems().sorted())
                .singleElement()
                .asString()
                .startsWith("mesh/retail/manifests: MESH0187 'manifests/a.yaml'");
    }

    private ModelSources importing(String place) {
        return ModelSources.of(model).importing(List.of(folder.resolve("classes")), List.of(place));
    }

    private List<Problem> problems() {
        return catchThrowableOfType(ProblemsException.class, () -> MeshModel.read(model))
                .problems()
                .sorted();
    }

    private static String tenant(String path) {
        return """
                apiVersion: tenantmesh.dev/v1
                kind: Tenant
                name: web
                mesh: retail
                manifests: [%s]
                namespaces:
                  - name: web-prod
                """.formatted(path);
    }

    private Path write(String path, String text) throws IOException {
        Path file = model.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
