package dev.tenantmesh.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

class GenerateMojoTest extends GoalTest {

    private static final String UP_TO_DATE = "INFO Mesh manifests are up to date (unchanged since the last run)";

    @Test
    @InjectMojo(goal = "generate")
    void writesDeployByHand(GenerateMojo mojo) throws Exception {
        givenModel(Documents.ONE_TENANT);

        run(mojo);

        assertThat(base.resolve(DENY)).exists();
        assertThat(log.lines().get(0)).matches("INFO deploy: \\d+ added, 0 changed, 0 removed, 0 unchanged");
        assertThat(log.lines()).contains("INFO   added   istio/web-prod/networkpolicy-default-deny.yaml");
    }

    @Test
    @InjectMojo(goal = "generate")
    void writesBelowTheBuildDirectoryWhenBound(GenerateMojo mojo) throws Exception {
        givenModel(Documents.ONE_TENANT);
        givenBoundToABuild();

        run(mojo);

        assertThat(base.resolve("target/mesh/istio/web-prod")).isDirectory();
        assertThat(base.resolve("deploy")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "generate")
    @MojoParameter(name = "model", value = "documents")
    @MojoParameter(name = "output", value = "manifests")
    void takesTheFoldersThatAreGiven(GenerateMojo mojo) throws Exception {
        givenFile("documents/all.yml", Documents.ONE_TENANT);

        run(mojo);

        assertThat(base.resolve("manifests/istio/web-prod")).isDirectory();
        assertThat(log.lines().get(0)).startsWith("INFO manifests: ");
    }

    @Test
    @InjectMojo(goal = "generate")
    void doesNothingWithoutDocuments(GenerateMojo mojo) throws Exception {
        run(mojo);

        assertThat(log.lines()).containsExactly("INFO No mesh documents: there is no src/main/mesh. Skipped.");
        assertThat(snapshot()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "generate")
    void doesNotTakeLostDocumentsForNone(GenerateMojo mojo) throws Exception {
        givenModel(Documents.ONE_TENANT);
        run(mojo);
        Files.move(base.resolve("src/main/mesh"), base.resolve("src/main/mash"));

        assertThat(failure(mojo)).contains("MESH0101");
        assertThat(base.resolve(DENY)).exists();
    }

    @Test
    @InjectMojo(goal = "generate")
    @MojoParameter(name = "model", value = "documents")
    void failsWhereTheGivenModelIsMissing(GenerateMojo mojo) {
        assertThat(failure(mojo))
                .isEqualTo("1 problem in the mesh model; nothing was written. See docs/problems/MESH0101.md");
        assertThat(log.lines().get(0)).startsWith("ERROR documents: MESH0101: ");
    }

    @Test
    @InjectMojo(goal = "generate")
    @MojoParameter(name = "skip", value = "true")
    void skips(GenerateMojo mojo) throws Exception {
        givenModel(Documents.BROKEN);

        run(mojo);

        assertThat(log.lines()).containsExactly("INFO Skipped, as mesh.skip says.");
    }

    @Test
    @InjectMojo(goal = "generate")
    void namesEveryProblemAndWritesNothing(GenerateMojo mojo) throws Exception {
        givenModel(Documents.BROKEN);
        Map<String, String> before = snapshot();

        assertThat(failure(mojo))
                .isEqualTo("2 problems in the mesh model; nothing was written."
                        + " See docs/problems/MESH0105.md, MESH0123.md");

        assertThat(log.lines()).hasSize(2);
        assertThat(log.lines().get(0)).matches("ERROR src/main/mesh/mesh\\.yaml:20:\\d+: MESH0105 'boundry': .*");
        assertThat(log.lines().get(1)).matches("ERROR src/main/mesh/mesh\\.yaml:32:\\d+: MESH0123 '80000': .*");
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    @InjectMojo(goal = "generate")
    @MojoParameter(name = "asOf", value = "2027-04-01")
    void refusesAnExpiredExemption(GenerateMojo mojo) throws Exception {
        givenModel(Documents.WITH_EXEMPTION);

        assertThat(failure(mojo)).contains("MESH0142");
        assertThat(base.resolve("deploy")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "generate")
    void asksForNoDay(GenerateMojo mojo) throws Exception {
        givenModel(Documents.WITH_EXEMPTION);

        run(mojo);

        assertThat(log.lines("WARN")).isEmpty();
    }

    @Test
    @InjectMojo(goal = "generate")
    @MojoParameter(name = "asOf", value = "2027-02-29")
    void refusesADayThatIsNone(GenerateMojo mojo) {
        assertThat(failure(mojo)).contains("MESH0313");
        assertThat(log.lines().get(0)).startsWith("ERROR mesh.asOf: MESH0313 '2027-02-29': ");
    }

    @Test
    @InjectMojo(goal = "generate")
    void writesInsideTheProjectOnly(GenerateMojo mojo) throws Exception {
        givenModel(Documents.ONE_TENANT);
        Path outside = base.resolveSibling("outside");
        MojoExtension.setVariableValueToObject(mojo, "output", outside.toFile());

        assertThat(failure(mojo)).contains("MESH0301");
        assertThat(outside).doesNotExist();

        MojoExtension.setVariableValueToObject(mojo, "allowOutside", true);
        run(mojo);
        assertThat(outside.resolve("istio")).isDirectory();
    }

    @Test
    @InjectMojo(goal = "generate")
    void needsFoldersOutsideAProject(GenerateMojo mojo) throws Exception {
        givenModel(Documents.ONE_TENANT);
        givenOutsideAnyProject();

        assertThat(failure(mojo)).isEqualTo("2 problems; nothing was written. See docs/problems/MESH0312.md");
        assertThat(log.lines().get(0)).startsWith("ERROR mesh.model: MESH0312: ");
        assertThat(log.lines().get(1)).startsWith("ERROR mesh.output: MESH0312: ");
    }

    @Test
    @InjectMojo(goal = "generate")
    void worksOutsideAProject(GenerateMojo mojo) throws Exception {
        givenModel(Documents.ONE_TENANT);
        givenOutsideAnyProject();
        MojoExtension.setVariableValueToObject(mojo, "model", new File(base.toFile(), "src"));
        MojoExtension.setVariableValueToObject(mojo, "output", new File(base.toFile(), "out"));

        run(mojo);
        givenNewBuild();
        run(mojo);

        assertThat(log.lines().get(0)).matches("INFO out: all \\d+ files are as they should be");
        assertThat(base.resolve("target")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "generate")
    void recognisesAnUnchangedRun(GenerateMojo mojo) throws Exception {
        givenModel(Documents.ONE_TENANT);
        run(mojo);
        givenNewBuild();

        run(mojo);

        assertThat(log.lines()).containsExactly(UP_TO_DATE);
    }

    @Test
    @InjectMojo(goal = "generate")
    void repeatsTheWarningsOfAnUnchangedRun(GenerateMojo mojo) throws Exception {
        givenModel(Documents.ONE_TENANT);
        givenFile("deploy/istio/web-prod/notes.txt", "mine");
        run(mojo);
        givenNewBuild();

        run(mojo);

        assertThat(log.lines())
                .containsExactly("WARN deploy/istio/web-prod/notes.txt: left alone: not generated", UP_TO_DATE);
    }

    @Test
    @InjectMojo(goal = "generate")
    void noticesAChangedModel(GenerateMojo mojo) throws Exception {
        givenModel(Documents.ONE_TENANT);
        run(mojo);
        givenNewBuild();
        givenModel(Documents.ONE_TENANT.replace("port: 80,", "port: 81,").replace("8080", "8081"));

        run(mojo);

        assertThat(log.lines().get(0)).matches("INFO deploy: 0 added, [1-9]\\d* changed, 0 removed, \\d+ unchanged");
    }

    @Test
    @InjectMojo(goal = "generate")
    void noticesADeletedManifest(GenerateMojo mojo) throws Exception {
        givenModel(Documents.ONE_TENANT);
        run(mojo);
        givenNewBuild();
        Files.delete(base.resolve(DENY));

        run(mojo);

        assertThat(base.resolve(DENY)).exists();
        assertThat(log.lines().get(0)).startsWith("INFO deploy: 1 added, ");
    }

    @Test
    @InjectMojo(goal = "generate")
    void noticesAnEditedManifestAndKeepsIt(GenerateMojo mojo) throws Exception {
        givenModel(Documents.ONE_TENANT);
        run(mojo);
        givenNewBuild();
        givenFile(DENY, "mine");

        assertThat(failure(mojo)).isEqualTo("1 problem; nothing was written. See docs/problems/MESH0308.md");
        assertThat(text(DENY)).isEqualTo("mine");
    }

    @Test
    @InjectMojo(goal = "generate")
    void runsInFullWithoutTheBuildDirectory(GenerateMojo mojo) throws Exception {
        givenModel(Documents.ONE_TENANT);
        run(mojo);
        givenNewBuild();
        try (var states = Files.list(base.resolve("target/mesh-maven-plugin"))) {
            Files.delete(states.findFirst().orElseThrow());
        }

        run(mojo);

        assertThat(log.lines().get(0)).matches("INFO deploy: all \\d+ files are as they should be");
    }

    @Test
    @InjectMojo(goal = "generate")
    void strictlyTakesWarningsForErrorsBeforeWriting(GenerateMojo mojo) throws Exception {
        givenModel(Documents.ONE_TENANT.replace("storefront", "shopfront"));
        run(mojo);
        givenNewBuild();
        givenModel(Documents.ONE_TENANT);
        givenFile("deploy/istio/web-prod/networkpolicy-workload-shopfront.yaml", "mine");
        Map<String, String> before = snapshot();
        MojoExtension.setVariableValueToObject(mojo, "strict", true);

        assertThat(failure(mojo))
                .isEqualTo("1 warning, and mesh.strict is set; nothing was written. See docs/problems/MESH0308.md");
        assertThat(snapshot()).isEqualTo(before);
    }
}
