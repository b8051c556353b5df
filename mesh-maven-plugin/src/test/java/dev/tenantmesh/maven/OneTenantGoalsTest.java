package dev.tenantmesh.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.AbstractMojo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The project of a tenant, with the documents of the platform in a jar of the plugin. */
class OneTenantGoalsTest extends GoalTest {

    private static final String PLATFORM = Documents.ONE_TENANT.substring(0, Documents.ONE_TENANT.lastIndexOf("---\n"));
    private static final String WEB = Documents.ONE_TENANT.substring(Documents.ONE_TENANT.lastIndexOf("---\n") + 4);

    @BeforeEach
    void givenAnApplicationProject() throws IOException {
        project.setArtifactId("acme-mesh");
        project.getBuild().setOutputDirectory(base.resolve("target/classes").toString());
        givenJar(PLATFORM);
    }

    @Test
    @InjectMojo(goal = "generate")
    @MojoParameter(name = "imports", value = "classpath:acme-mesh/")
    @MojoParameter(name = "tenant", value = "web")
    void generateWritesTheFoldersOfTheTenantOnly(GenerateMojo mojo) throws Exception {
        givenFile("src/main/mesh/tenants/web.yaml", WEB);

        run(mojo);

        assertThat(snapshot().keySet())
                .contains(DENY, "deploy/istio/kustomization.yaml")
                .noneMatch(path -> path.contains("shop-mesh") || path.contains("_cluster"));
    }

    @Test
    @InjectMojo(goal = "generate")
    @MojoParameter(name = "imports", value = "classpath:acme-mesh/")
    void generateNoticesThatAnImportedDocumentChanged(GenerateMojo mojo) throws Exception {
        givenFile("src/main/mesh/tenants/web.yaml", WEB);
        run(mojo);
        givenNewBuild();
        FileTime time = Files.getLastModifiedTime(jar());
        givenJar(PLATFORM.replace("192.0.2.10", "192.0.2.11"));
        Files.setLastModifiedTime(jar(), time);

        run(mojo);

        assertThat(log.lines()).anyMatch(line -> line.contains("1 changed"));
        givenNewBuild();
        run(mojo);
        assertThat(log.lines()).contains("INFO Mesh manifests are up to date (unchanged since the last run)");
    }

    @Test
    @InjectMojo(goal = "generate")
    @MojoParameter(name = "imports", value = "classpath:acme-mesh/")
    void aProblemNamesThePlaceInTheJar(GenerateMojo mojo) throws Exception {
        givenFile("src/main/mesh/tenants/web.yaml", WEB);
        givenJar(PLATFORM.replace("boundary: tenant", "boundry: tenant"));

        assertThat(failure(mojo)).contains("MESH0105");
        assertThat(log.lines())
                .anyMatch(line -> line.startsWith("ERROR classpath:acme-mesh/platform.yaml:20:13: MESH0105 'boundry'"));
        assertThat(base.resolve("deploy")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "check")
    @MojoParameter(name = "imports", value = "classpath:other/")
    void aMissingImportIsNamed(CheckMojo mojo) throws Exception {
        givenFile("src/main/mesh/tenants/web.yaml", WEB);

        assertThat(failure(mojo)).contains("MESH0317");
        assertThat(log.lines()).anyMatch(line -> line.startsWith("ERROR mesh.imports: MESH0317 'classpath:other/'"));
    }

    @Test
    @InjectMojo(goal = "check")
    @MojoParameter(name = "tenant", value = "wbe")
    void anUnknownTenantIsNamed(CheckMojo mojo) throws Exception {
        givenModel(Documents.ONE_TENANT);

        assertThat(failure(mojo)).contains("MESH0316");
        assertThat(log.lines()).anyMatch(line -> line.contains("Did you mean 'web'?"));
    }

    @Test
    @InjectMojo(goal = "check")
    @MojoParameter(name = "imports", value = "classpath:acme-mesh/")
    @MojoParameter(name = "tenant", value = "web")
    void theCommandThatMendsACheckNamesTenantAndImports(CheckMojo mojo) throws Exception {
        givenFile("src/main/mesh/tenants/web.yaml", WEB);

        assertThat(failure(mojo)).contains("generate -Dmesh.imports=classpath:acme-mesh/ -Dmesh.tenant=web");
    }

    @Test
    @InjectMojo(goal = "export")
    void exportWritesWhatOthersImport(ExportMojo mojo) throws Exception {
        givenModel(Documents.WITH_EXEMPTION);

        run(mojo);

        Map<String, String> written = new TreeMap<>(snapshot());
        written.keySet().removeIf(path -> !path.startsWith("target/classes/") || path.endsWith(".mesh-index"));
        assertThat(written.keySet())
                .containsExactly(
                        "target/classes/acme-mesh/exports/web.yaml",
                        "target/classes/acme-mesh/meshes/shop.yaml",
                        "target/classes/acme-mesh/platforms/istio.yaml");
        assertThat(text("target/classes/acme-mesh/exports/web.yaml"))
                .contains("kind: \"Export\"", "name: \"web-prod\"")
                .doesNotContain("mtls");
    }

    @Test
    @InjectMojo(goal = "export")
    @MojoParameter(name = "tenant", value = "web")
    void exportOfOneTenantWritesThatOneAlone(ExportMojo mojo) throws Exception {
        givenModel(Documents.ONE_TENANT);

        run(mojo);

        assertThat(log.lines()).contains("INFO target/classes/acme-mesh: 1 added, 0 changed, 0 removed, 0 unchanged");
    }

    @Test
    @InjectMojo(goal = "export")
    @MojoParameter(name = "asOf", value = "2027-04-01")
    void exportRefusesWhatHasExpired(ExportMojo mojo) throws Exception {
        givenModel(Documents.WITH_EXEMPTION);

        assertThat(failure(mojo)).contains("MESH0142");
        assertThat(base.resolve("target/classes")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "export")
    void exportRemovesTenantsThatAreGone(ExportMojo mojo) throws Exception {
        givenModel(Documents.ONE_TENANT);
        run(mojo);
        givenNewBuild();
        givenModel(Documents.ONE_TENANT
                .replace("name: web\nmesh", "name: shop\nmesh")
                .replace("{name: web,", "{name: shop,"));

        run(mojo);

        assertThat(base.resolve("target/classes/acme-mesh/exports/web.yaml")).doesNotExist();
        assertThat(base.resolve("target/classes/acme-mesh/exports/shop.yaml")).exists();
    }

    @Test
    @InjectMojo(goal = "export")
    void exportOutsideAProjectMustBeToldWhere(ExportMojo mojo) throws Exception {
        givenOutsideAnyProject();

        failure(mojo);

        assertThat(log.lines()).anyMatch(line -> line.startsWith("ERROR mesh.exportTo: MESH0312"));
    }

    /** The descriptor of the plugin is known when its goal is. */
    @Override
    void run(AbstractMojo mojo) throws Exception {
        Artifact artifact = new DefaultArtifact(
                "acme", "acme-mesh", "1", "runtime", "jar", null, new DefaultArtifactHandler("jar"));
        artifact.setFile(jar().toFile());
        execution.getMojoDescriptor().getPluginDescriptor().setArtifacts(List.of(artifact));
        super.run(mojo);
    }

    private Path jar() {
        return temporary.resolve("acme-mesh-1.jar");
    }

    private void givenJar(String platform) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar());
                ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry entry = new ZipEntry("acme-mesh/platform.yaml");
            entry.setTime(0);
            zip.setLevel(0);
            zip.putNextEntry(entry);
            zip.write(platform.getBytes(StandardCharsets.UTF_8));
        }
    }
}
