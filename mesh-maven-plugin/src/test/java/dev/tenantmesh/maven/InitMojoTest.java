package dev.tenantmesh.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.generator.starter.StarterModel;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InitMojoTest extends GoalTest {

    @Test
    @InjectMojo(goal = "init")
    void writesAModelAndSaysWhatToDoNext(InitMojo mojo) throws Exception {
        run(mojo);

        assertThat(log.lines())
                .containsExactly(
                        "INFO wrote .mesh/tenantmesh.dev-v1.schema.json",
                        "INFO wrote src/main/mesh/mesh.yaml",
                        "INFO wrote src/main/mesh/platform.yaml",
                        "INFO wrote src/main/mesh/tenants/shop.yaml",
                        "INFO Next:",
                        "INFO   1. Put the facts of your cluster into src/main/mesh/platform.yaml.",
                        "INFO   2. Run '" + command("generate") + "' and commit the result.",
                        "INFO   3. Bind the goal check to your build, or run '" + command("check") + "' there.");
        assertThat(text("src/main/mesh/tenants/shop.yaml"))
                .startsWith("# yaml-language-server: $schema=../../../../.mesh/tenantmesh.dev-v1.schema.json\n");
    }

    @Test
    @InjectMojo(goal = "init")
    void needsNoProject(InitMojo mojo) throws Exception {
        givenOutsideAnyProject();

        run(mojo);

        assertThat(base.resolve("model/tenants/shop.yaml")).exists();
        assertThat(log.lines().get(6)).contains(":generate -Dmesh.model=model -Dmesh.output=deploy'");
    }

    @Test
    @InjectMojo(goal = "init")
    void writesNothingOverAnything(InitMojo mojo) throws Exception {
        givenFile("src/main/mesh/mesh.yaml", "mine");
        Map<String, String> before = snapshot();

        assertThat(failure(mojo)).isEqualTo("1 problem; nothing was written. See docs/problems/MESH0320.md");

        assertThat(snapshot()).isEqualTo(before);
        assertThat(log.lines())
                .containsExactly("ERROR src/main/mesh/mesh.yaml: MESH0320: It is there already, and nothing is written"
                        + " over it. Move it elsewhere, or name another folder by mesh.model.");
    }

    @Test
    @InjectMojo(goal = "init")
    void namesThePlatformsThereAre(InitMojo mojo) throws Exception {
        MojoExtension.setVariableValueToObject(mojo, "platform", "openshift");

        failure(mojo);

        assertThat(log.lines("ERROR")).hasSize(1);
        StarterModel.platforms().stream()
                .map(platform -> platform.replace("-openshift", ""))
                .forEach(platform -> assertThat(log.lines().get(0)).contains(version(platform)));
        assertThat(log.lines().get(0)).contains("istio-1.18|", "openshift-service-mesh-2.4|", "-openshift ");
        assertThat(log.lines().get(0)).contains("end in -openshift");
    }

    private static String version(String platform) {
        return platform.substring(platform.lastIndexOf('-') + 1);
    }

    static Iterable<String> platforms() {
        return StarterModel.platforms();
    }

    /** That two of the platforms are old is all that may be said. */
    @ParameterizedTest
    @MethodSource("platforms")
    void writesWhatGeneratesAndChecks(
            String platform,
            @InjectMojo(goal = "init") InitMojo init,
            @InjectMojo(goal = "generate") GenerateMojo generate,
            @InjectMojo(goal = "check") CheckMojo check)
            throws Exception {
        MojoExtension.setVariableValueToObject(init, "platform", platform);

        run(init);
        run(generate);
        givenNewBuild();
        run(check);

        assertThat(base.resolve("deploy/dev/shop-prod/kustomization.yaml")).exists();
        assertThat(log.lines("ERROR")).isEmpty();
        assertThat(log.lines("WARN")).allMatch(line -> line.contains("MESH0202"));
        assertThat(log.lines("INFO")).contains("INFO deploy: the manifests are what the mesh documents say");
    }

    private String command(String goal) {
        return "mvn " + new MavenBuild(session, project, execution).goal(goal);
    }
}
