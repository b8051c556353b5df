package dev.tenantmesh.generator.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenantmesh.generator.MeshGenerator;
import dev.tenantmesh.generator.Platforms;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.MeshSchema;
import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StarterModelTest {

    /** Some of the platforms are old, and what Services of the tenant's own manifests need is said. */
    private static final Set<ProblemCode> UNAVOIDABLE = Set.of(ProblemCode.END_OF_LIFE, ProblemCode.SERVICE_EXPORT);

    @TempDir
    Path base;

    private final Problems problems = new Problems();

    @Test
    void there_is_one_for_every_supported_platform() {
        assertThat(StarterModel.platforms())
                .hasSameSizeAs(Platforms.ALL)
                .doesNotHaveDuplicates()
                .contains("istio-1.18", "istio-1.30", "istio-1.30-openshift", "openshift-service-mesh-3.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "istio-1.18",
                "istio-1.22",
                "istio-1.22-openshift",
                "istio-1.30",
                "openshift-service-mesh-2.4",
                "openshift-service-mesh-3.0",
                "openshift-service-mesh-3.4"
            })
    void it_renders_as_it_is(String platform) throws IOException {
        // When
        write(platform, "shop");

        // Then
        assertThat(findings()).extracting(Problem::code).allMatch(UNAVOIDABLE::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {"istio-1.18", "istio-1.30", "openshift-service-mesh-2.6", "openshift-service-mesh-3.4"})
    void it_renders_with_all_its_samples(String platform) throws IOException {
        // Given
        List<Path> written = write(platform, "shop");

        // When
        for (Path file : written) {
            Files.writeString(file, Files.readString(file).replaceAll("(?m)^#: ", ""));
        }

        // Then
        assertThat(findings()).extracting(Problem::code).allMatch(UNAVOIDABLE::contains);
        assertThat(MeshModel.read(base.resolve("mesh")).platforms().get(0).grants())
                .hasSize(1);
    }

    @Test
    void it_is_three_documents_that_name_their_schema() throws IOException {
        // When
        List<Path> written = write("istio-1.30", "shop");

        // Then
        assertThat(written)
                .extracting(file -> base.relativize(file).toString().replace('\\', '/'))
                .containsExactly(".mesh/schema.json", "mesh/mesh.yaml", "mesh/platform.yaml", "mesh/tenants/shop.yaml");
        assertThat(base.resolve("mesh/mesh.yaml"))
                .content()
                .startsWith("# yaml-language-server: $schema=../.mesh/schema.json\n");
        assertThat(base.resolve("mesh/tenants/shop.yaml"))
                .content()
                .startsWith("# yaml-language-server: $schema=../../.mesh/schema.json\n")
                .doesNotContain("@");
        assertThat(base.resolve(".mesh/schema.json")).hasContent(MeshSchema.text());
    }

    @Test
    void it_writes_nothing_when_anything_is_in_the_way() throws IOException {
        // Given
        Files.createDirectories(base.resolve("mesh/tenants/shop.yaml"));
        Files.writeString(base.resolve("mesh/mesh.yaml"), "mine");

        // When
        List<Path> written = write("istio-1.30", "shop");

        // Then
        assertThat(written).isEmpty();
        assertThat(problems.sorted()).extracting(Problem::code).containsOnly(ProblemCode.FILE_IN_THE_WAY);
        assertThat(problems.sorted())
                .extracting(problem -> Path.of(problem.origin().source()))
                .containsExactly(base.resolve("mesh/mesh.yaml"), base.resolve("mesh/tenants/shop.yaml"));
        assertThat(base.resolve("mesh/mesh.yaml")).hasContent("mine");
        assertThat(base.resolve("mesh/platform.yaml")).doesNotExist();
    }

    @Test
    void it_leaves_a_schema_that_is_there() throws IOException {
        // Given
        String older = MeshSchema.text().replace("integer", "number");
        Files.createDirectories(base.resolve(".mesh"));
        Files.writeString(base.resolve(".mesh/schema.json"), older);

        // When
        write("istio-1.30", "shop");

        // Then
        assertThat(base.resolve(".mesh/schema.json")).hasContent(older);
    }

    @Test
    void it_leaves_no_part_behind_when_the_disk_refuses() throws IOException {
        // Given
        Files.writeString(base.resolve(".mesh"), "a file where a folder should be");

        // Then
        assertThatThrownBy(() -> write("istio-1.30", "shop")).isInstanceOf(IOException.class);
        assertThat(base.resolve("mesh/platform.yaml")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../etc", "Shop", "", "kube", "openshift-x", "1st", "a/b", "shop\n"})
    void a_tenant_needs_a_name(String tenant) {
        // When
        assertThat(StarterModel.of("istio-1.30", tenant, problems)).isEmpty();

        // Then
        assertThat(problems.sorted()).extracting(Problem::code).containsExactly(ProblemCode.SETTING_INVALID);
    }

    @Test
    void an_unknown_platform_is_refused_with_the_nearest_one() {
        // When
        assertThat(StarterModel.of("istio-1.300", "shop", problems)).isEmpty();

        // Then
        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .startsWith(
                        "mesh.platform: MESH0313 'istio-1.300': There is no starter model for this platform. Did you"
                                + " mean 'istio-1.30'? ")
                .contains(" Choose istio-1.18|1.22|", " or openshift-service-mesh-2.4|");
    }

    private List<Path> write(String platform, String tenant) throws IOException {
        return StarterModel.of(platform, tenant, problems)
                .orElseThrow()
                .write(base.resolve("mesh"), base.resolve(".mesh/schema.json"), problems);
    }

    private List<Problem> findings() {
        MeshModel model = MeshModel.read(base.resolve("mesh"));
        Problems findings = new Problems();
        findings.addAll(model.findings());
        MeshGenerator.render(model, findings);
        return findings.sorted();
    }
}
