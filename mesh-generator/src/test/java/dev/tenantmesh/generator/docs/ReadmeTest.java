package dev.tenantmesh.generator.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenantmesh.generator.MeshGenerator;
import dev.tenantmesh.generator.golden.Kubectl;
import dev.tenantmesh.generator.manifest.folder.ManifestWriter;
import dev.tenantmesh.generator.manifest.folder.WriteScope;
import dev.tenantmesh.generator.starter.StarterModel;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.MeshSchema;
import dev.tenantmesh.model.export.Export;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.problem.ProblemsException;
import dev.tenantmesh.model.problem.Severity;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.yaml.DocumentReader;
import dev.tenantmesh.model.yaml.MappingNode;
import dev.tenantmesh.model.yaml.Origins;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadmeTest {

    @Test
    void the_tour_is_a_model_with_no_finding_but_the_one_it_shows(@TempDir Path folder) throws IOException {
        // Given
        writeTour(folder, "shop");

        // When
        Problems findings = new Problems();
        MeshModel model = MeshModel.read(folder);
        MeshGenerator.render(model, findings);

        // Then
        String shown = tour().blocks("").get(1).strip().replaceFirst("^[^ ]+ ", "");
        assertThat(findings.sorted())
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.INFO))
                .satisfies(finding -> assertThat(finding.toString()).endsWith(": " + shown));
        assertThat(model.findings().sorted()).isEmpty();
    }

    @Test
    void a_tenant_builds_its_manifests_with_the_component_as_shown(@TempDir Path repository) throws IOException {
        // Given
        Kubectl.assumeInstalled();
        Path model = Files.createDirectory(repository.resolve("model"));
        writeTour(model, "shop");
        ManifestWriter.write(
                MeshGenerator.render(MeshModel.read(model)),
                repository.resolve("deploy"),
                WriteScope.inside(repository),
                new Problems());
        Path tenant = Files.createDirectory(repository.resolve("inventory"));
        Files.writeString(
                tenant.resolve("kustomization.yaml"),
                Readme.read("README.md")
                        .section("In a GitOps repository")
                        .blocks("yaml")
                        .get(0));
        Files.writeString(tenant.resolve("inventory.yaml"), """
                {apiVersion: apps/v1, kind: Deployment, metadata: {name: inventory}, spec: {template: {spec: {}}}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: inventory}, spec: {ports: []}}
                """);

        // When
        String built = Kubectl.text(tenant);

        // Then
        assertThat(built)
                .contains("kind: ServiceAccount", "serviceAccountName: inventory", "type: RuntimeDefault")
                .contains("app.kubernetes.io/name: inventory", "networking.istio.io/exportTo: .,shop-prod")
                .doesNotContain("sidecar.istio.io/inject");
    }

    @Test
    void the_files_that_the_tour_lists_are_written(@TempDir Path folder) throws IOException {
        // Given
        writeTour(folder, "shop");

        // When
        Set<String> paths = MeshGenerator.render(MeshModel.read(folder)).files().keySet();

        // Then
        List<String> listed = tour().blocks("")
                .get(0)
                .lines()
                .map(line -> line.split(" ", 2)[0].replaceFirst("^deploy/", ""))
                .toList();
        assertThat(listed).hasSizeGreaterThan(4);
        assertThat(paths).containsAll(listed);
    }

    @Test
    void the_gateway_that_tenants_share_can_be_added_to_the_tour(@TempDir Path folder) throws IOException {
        // Given
        String shared =
                Readme.read("README.md").section("Gateways").blocks("yaml").get(0);
        String isolation = "isolation: {boundary: tenant, router: gateways-only}\n";
        writeTour(folder, "shop");
        Path model = folder.resolve("model.yaml");

        // When
        Files.writeString(model, Files.readString(model).replace(isolation, isolation + shared));

        // Then
        assertThat(MeshGenerator.render(MeshModel.read(folder)).files())
                .containsKey("prod/retail-ingress/deployment-shared.yaml");
    }

    @Test
    void the_problem_that_the_tour_shows_is_printed_like_that(@TempDir Path folder) throws IOException {
        // Given
        writeTour(folder, "shpo");

        // When
        ProblemsException refused =
                catchThrowableOfType(ProblemsException.class, () -> MeshModel.read(folder.resolve("model.yaml")));

        // Then
        String shown = tour().blocks("").get(2).strip().replaceFirst("^[^ ]+ ", "");
        assertThat(refused.getMessage()).contains(shown);
    }

    @Test
    void there_are_exactly_two_commands_and_the_second_runs_the_tests() throws IOException {
        // When
        List<String> commands = Readme.read("README.md").section("Two commands").blocks("sh");

        // Then
        assertThat(commands).hasSize(2);
        assertThat(commands.get(1).strip()).isEqualTo("mvn verify");
        assertThat(Files.readString(Path.of("..", ".ci", "run"))).contains("verify");
    }

    @Test
    void the_library_example_compiles() throws IOException {
        // Given
        Path source = Path.of("src/test/java/dev/tenantmesh/generator/docs/LibraryExample.java");

        // When
        String compiled = Files.readString(source).replace("\r\n", "\n");

        // Then
        Readme.read("README.md")
                .section("As a library")
                .blocks("java")
                .get(0)
                .lines()
                .forEach(line -> assertThat(compiled).contains("        " + line));
    }

    @Test
    void the_app_build_is_the_one_of_the_example() throws IOException {
        // Given
        String shown = Readme.read("README.md")
                .section("In an app build")
                .blocks("xml")
                .get(0)
                .replace("0.1.0-SNAPSHOT", "${project.version}");

        // When
        String pom = Files.readString(Path.of("../examples/storefront/pom.xml"))
                .replaceAll("(?m)^ *(<!--.*-->|<id>committed</id>)\\R", "");

        // Then
        assertThat(pom).contains(shown.indent(6));
    }

    @Test
    void the_export_that_the_example_shows_is_part_of_the_real_one() throws IOException {
        // Given
        byte[] shown = Readme.read("examples/storefront/README.md")
                .blocks("yaml")
                .get(0)
                .getBytes(StandardCharsets.UTF_8);
        Problems problems = new Problems();

        // When
        MappingNode body =
                DocumentReader.read("README.md", shown, problems).get(0).without(Set.of("apiVersion", "kind"));
        Tenant tenant = Export.bind(body, problems, new Origins()).orElseThrow().tenant();

        // Then
        Tenant real = MeshModel.read(Path.of("../examples/retail/src/main/mesh"))
                .tenant(tenant.name())
                .orElseThrow();
        assertThat(problems.sorted()).isEmpty();
        assertThat(Export.of(real).tenant().namespaces()).containsAll(tenant.namespaces());
    }

    @Test
    void what_it_says_to_editors_is_what_init_writes(@TempDir Path base) throws IOException {
        // Given
        Readme editors = Readme.read("README.md").section("Editors");
        String command = editors.blocks("sh").get(0).strip();
        String platform = command.substring(command.indexOf("mesh.platform=") + "mesh.platform=".length());
        Path model = base.resolve("src/main/mesh");
        Path schema = base.resolve(".mesh").resolve(MeshSchema.FILE_NAME);

        // When
        StarterModel.of(platform, "shop", new Problems()).orElseThrow().write(model, schema, new Problems());

        // Then
        assertThat(Files.readString(model.resolve("mesh.yaml")))
                .startsWith(editors.blocks("yaml").get(0));
        JsonNode settings = new ObjectMapper().readTree(editors.blocks("json").get(0));
        assertThat(settings.get("yaml.schemas").fieldNames())
                .toIterable()
                .allSatisfy(file -> assertThat(base.resolve(file)).hasContent(MeshSchema.text()));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_link_leads_to_a_file(Path page) throws IOException {
        // When
        List<String> links = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)")
                .matcher(Files.readString(page))
                .results()
                .map(match -> match.group(1))
                .toList();

        // Then
        assertThat(links)
                .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
    }

    /** Every page but those of problems, which have a test of their own. */
    static Stream<Path> pages() throws IOException {
        Path root = Path.of("..");
        try (Stream<Path> examples =
                        Files.find(root.resolve("examples"), 3, (path, attributes) -> path.endsWith("README.md"));
                Stream<Path> docs = Files.find(
                        root.resolve("docs"),
                        1,
                        (path, attributes) -> path.toString().endsWith(".md"))) {
            return Stream.of(
                            Stream.of(root.resolve("README.md"), root.resolve("CONTRIBUTING.md")),
                            docs.sorted().toList().stream(),
                            examples.sorted().toList().stream())
                    .flatMap(pages -> pages);
        }
    }

    private static Readme tour() throws IOException {
        return Readme.read("README.md").section("A tour");
    }

    private static void writeTour(Path folder, String client) throws IOException {
        String documents = String.join("---\n", tour().blocks("yaml"));
        String allowFrom = "{tenant: shop, namespace: shop-prod";
        assertThat(documents).contains(allowFrom);
        Files.writeString(
                folder.resolve("model.yaml"), documents.replace(allowFrom, allowFrom.replace("shop,", client + ",")));
    }
}
