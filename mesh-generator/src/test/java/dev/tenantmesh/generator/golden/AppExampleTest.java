package dev.tenantmesh.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.generator.MeshExport;
import dev.tenantmesh.generator.MeshGenerator;
import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.generator.manifest.folder.Drift;
import dev.tenantmesh.generator.manifest.folder.ManifestWriter;
import dev.tenantmesh.generator.manifest.folder.WriteScope;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.ModelSources;
import dev.tenantmesh.model.problem.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application of the examples commits exactly what the whole model renders for its tenant. */
class AppExampleTest {

    private static final Path RETAIL = GoldenCase.EXAMPLES.resolve("retail");
    private static final Path APP = GoldenCase.EXAMPLES.resolve("storefront");
    private static final String TENANTS = "src/main/mesh/tenants";

    @BeforeAll
    static void refresh(@TempDir Path jar) throws IOException {
        if (Refresh.WANTED) {
            TextFolder.write(APP.resolve(TENANTS), tenantOfRetail());
            ManifestWriter.write(rendered(jar), APP.resolve("deploy"), WriteScope.inside(APP), new Problems());
        }
    }

    @Test
    void itsTenantIsTheOneOfRetail() {
        assertThat(TextFolder.read(APP.resolve(TENANTS))).hasSize(2).isEqualTo(tenantOfRetail());
    }

    @Test
    void committedOutputHasNotDrifted(@TempDir Path jar) throws IOException {
        ManifestSet set = rendered(jar);
        Problems problems = new Problems();

        Drift drift = ManifestWriter.compare(set, APP.resolve("deploy"), problems);

        assertThat(problems.sorted()).isEmpty();
        assertThat(drift.isClean()).as(drift.toString()).isTrue();
    }

    @Test
    void committedFilesAreThoseOfRetail() {
        Map<String, String> retail = new TreeMap<>(TextFolder.read(RETAIL.resolve("deploy")));
        Map<String, String> app = new TreeMap<>(TextFolder.read(APP.resolve("deploy")));
        app.keySet().removeIf(path -> path.indexOf('/') == path.lastIndexOf('/'));
        retail.keySet().removeIf(path -> !path.matches("[^/]+/(web-[a-z]+|_components/web)/.*"));

        assertThat(app).hasSizeGreaterThan(50).isEqualTo(retail);
    }

    private static Map<String, String> tenantOfRetail() {
        Map<String, String> files = new TreeMap<>(TextFolder.read(RETAIL.resolve(TENANTS)));
        files.keySet().removeIf(path -> !path.equals("web.yaml") && !path.startsWith("manifests/web/"));
        return files;
    }

    private static ManifestSet rendered(Path jar) throws IOException {
        Map<String, String> documents = new TreeMap<>();
        MeshExport.of(MeshModel.read(RETAIL.resolve("src/main/mesh")))
                .files()
                .forEach((path, file) -> documents.put(path, file.text()));
        TextFolder.write(jar.resolve("retail-platform"), documents);
        return MeshGenerator.render(MeshModel.read(ModelSources.of(APP.resolve("src/main/mesh"))
                .importing(List.of(jar), List.of("classpath:retail-platform/"))
                .onlyFor("web")));
    }
}
