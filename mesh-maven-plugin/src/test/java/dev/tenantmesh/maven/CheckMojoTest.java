package dev.tenantmesh.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.lenient;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckMojoTest extends GoalTest {

    private static final String CLEAN = "INFO deploy: the manifests are what the mesh documents say";

    @BeforeEach
    @InjectMojo(goal = "generate")
    void givenCommittedManifests(GenerateMojo generate) throws Exception {
        givenModel(Documents.ONE_TENANT);
        run(generate);
        givenNewBuild();
    }

    @Test
    @InjectMojo(goal = "check")
    void passesRightAfterGenerating(CheckMojo mojo) throws Exception {
        run(mojo);

        assertThat(log.lines()).containsExactly(CLEAN);
    }

    @Test
    @InjectMojo(goal = "check")
    void comparesTheCommittedManifestsWhenBound(CheckMojo mojo) throws Exception {
        givenBoundToABuild();

        run(mojo);

        assertThat(log.lines()).containsExactly(CLEAN);
    }

    @Test
    @InjectMojo(goal = "check")
    void namesWhatDriftedAndHowToFixItAndWritesNothing(CheckMojo mojo) throws Exception {
        givenModel(Documents.ONE_TENANT.replace("storefront", "shopfront"));
        givenFile(DENY, "mine");
        Files.delete(base.resolve("deploy/istio/web-prod/kustomization.yaml"));
        Map<String, String> before = snapshot();

        String failure = failure(mojo);

        assertThat(failure.lines())
                .containsExactly(
                        "MESH0315 " + log.lines("ERROR").get(1).substring("ERROR ".length()) + ".",
                        "Settle the problems above first.",
                        "Run 'mvn dev.tenantmesh:mesh-maven-plugin:" + version() + ":generate' and commit the result.");
        assertThat(log.lines("ERROR"))
                .contains(
                        "ERROR   missing istio/web-prod/kustomization.yaml",
                        "ERROR   missing istio/web-prod/networkpolicy-workload-shopfront.yaml",
                        "ERROR   stale   istio/web-prod/networkpolicy-workload-storefront.yaml",
                        "ERROR   edited  istio/web-prod/networkpolicy-default-deny.yaml",
                        "ERROR --- " + DENY,
                        "ERROR -mine");
        assertThat(log.lines("ERROR").get(0)).startsWith("ERROR " + DENY + ": MESH0308: ");
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    @InjectMojo(goal = "check")
    void countsOnlyWhatDrifted(CheckMojo mojo) throws Exception {
        Files.delete(base.resolve(DENY));

        assertThat(failure(mojo).lines().toList().get(0))
                .isEqualTo("MESH0315 deploy: the manifests are not what the mesh documents say: 1 missing.");
    }

    @Test
    @InjectMojo(goal = "check")
    void namesForeignFilesAndPasses(CheckMojo mojo) throws Exception {
        givenFile("deploy/istio/web-prod/notes.txt", "mine");

        run(mojo);

        assertThat(log.lines())
                .containsExactly("WARN deploy/istio/web-prod/notes.txt: not generated; left alone", CLEAN);
    }

    @Test
    @InjectMojo(goal = "check")
    void failsOnProblems(CheckMojo mojo) throws Exception {
        givenModel(Documents.BROKEN);

        assertThat(failure(mojo)).startsWith("2 problems in the mesh model");
    }

    @Test
    @InjectMojo(goal = "check")
    @MojoParameter(name = "skip", value = "true")
    void skips(CheckMojo mojo) throws Exception {
        Files.delete(base.resolve(DENY));

        run(mojo);

        assertThat(log.lines()).containsExactly("INFO Skipped, as mesh.skip says.");
    }

    @Test
    @InjectMojo(goal = "check")
    void warnsThatExpiryIsNotChecked(CheckMojo mojo) throws Exception {
        givenModel(Documents.WITH_EXEMPTION);

        failure(mojo);

        assertThat(log.lines("WARN"))
                .singleElement()
                .asString()
                .contains("mesh.yaml:27:")
                .contains("MESH0143");
    }

    @Test
    @InjectMojo(goal = "check")
    @MojoParameter(name = "asOf", value = "2027-04-01")
    void namesAnExpiredExemption(CheckMojo mojo) throws Exception {
        givenModel(Documents.WITH_EXEMPTION);

        failure(mojo);

        assertThat(log.lines("ERROR").get(0)).contains("mesh.yaml:27:").contains("MESH0142 '2027-03-31'");
        assertThat(log.lines("WARN")).isEmpty();
    }

    @Test
    void strictlyAsksForADay(
            @InjectMojo(goal = "generate") GenerateMojo generate,
            @InjectMojo(goal = "check") @MojoParameter(name = "strict", value = "true") CheckMojo mojo)
            throws Exception {
        givenModel(Documents.WITH_EXEMPTION);
        run(generate);
        givenNewBuild();

        assertThat(failure(mojo)).startsWith("1 warning in the mesh model, and mesh.strict is set;");
        assertThat(log.lines("WARN")).singleElement().asString().contains("MESH0143");
    }

    @Test
    @InjectMojo(goal = "check")
    void refusesWhatThisBuildGenerated(CheckMojo mojo) throws Exception {
        new MavenBuild(session, project, execution).rememberGenerated(base.resolve("deploy"));

        assertThat(failure(mojo)).contains("MESH0314");
    }

    @Test
    @InjectMojo(goal = "check")
    void refusesTheFolderOfABoundGenerate(CheckMojo mojo) throws Exception {
        PluginExecution generate = new PluginExecution();
        generate.setId("write");
        generate.setGoals(List.of("generate"));
        Plugin plugin = new Plugin();
        plugin.setGroupId("dev.tenantmesh");
        plugin.setArtifactId("mesh-maven-plugin");
        plugin.addExecution(generate);
        lenient().doReturn(List.of(plugin)).when(project).getBuildPlugins();
        givenBoundToABuild();

        run(mojo);
        commandLine.setProperty("mesh.output", "deploy");

        assertThat(failure(mojo)).contains("MESH0314");
        assertThat(log.lines("ERROR").get(0)).contains("The execution 'write' of generate");
    }

    @Test
    @InjectMojo(goal = "check")
    void repeatsTheParametersOfTheCommandLine(CheckMojo mojo) throws Exception {
        commandLine.setProperty("mesh.output", "my manifests");
        commandLine.setProperty("mesh.asOf", "2027-01-31");
        MojoExtension.setVariableValueToObject(
                mojo, "output", base.resolve("my manifests").toFile());
        lenient().when(session.getPluginGroups()).thenReturn(List.of("dev.tenantmesh"));

        assertThat(failure(mojo))
                .endsWith("\nRun 'mvn mesh:generate \"-Dmesh.output=my manifests\" -Dmesh.asOf=2027-01-31'"
                        + " and commit the result.");
    }

    @Test
    @InjectMojo(goal = "check")
    void addsWhatOnlyThisExecutionWasTold(CheckMojo mojo) throws Exception {
        MojoExtension.setVariableValueToObject(
                mojo, "output", base.resolveSibling("shared").toFile());
        lenient().when(session.getPluginGroups()).thenReturn(List.of("dev.tenantmesh"));

        assertThat(failure(mojo))
                .contains("Run 'mvn mesh:generate -Dmesh.output=")
                .endsWith("/shared -Dmesh.allowOutside=true' and commit the result.");
    }

    private String version() {
        return execution.getMojoDescriptor().getPluginDescriptor().getVersion();
    }
}
