package dev.tenantmesh.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.junit.jupiter.api.Test;

class MigrationMojoTest extends GoalTest {

    private static final Path EXAMPLES = Path.of("..", "examples");

    @Test
    @InjectMojo(goal = "migration")
    void writesTheStepsThatAreNextAndFailsOnAClientThatWouldBreak(MigrationMojo mojo) throws Exception {
        givenExample("mtls-migration");
        givenAnswer(mojo, "json");
        MojoExtension.setVariableValueToObject(mojo, "failOnBreakage", true);

        assertThat(failure(mojo)).contains("docs/problems/MESH0496.md");

        assertThat(log.lines("ERROR")).anyMatch(line -> line.contains("MESH0496 'legacy-reports/"));
        assertThat(text("target/answer")).contains("\"version\" : \"tenantmesh.dev/migration/v1\"");
        assertThat(base.resolve("target/mesh-migration/retail-lock-stock-prod")).isNotEmptyDirectory();
    }

    @Test
    @InjectMojo(goal = "migration")
    void plansTheMoveBetweenTwoPlatforms(MigrationMojo mojo) throws Exception {
        givenExample("openshift-mesh-2-to-3");
        givenAnswer(mojo, "md");
        givenMove(mojo, "mesh-2", "mesh-3");

        run(mojo);

        assertThat(text("target/answer")).startsWith("#").contains("mesh-2", "mesh-3");
        try (Stream<Path> steps = Files.list(base.resolve("target/mesh-migration"))) {
            assertThat(steps).hasSizeGreaterThan(3);
        }
    }

    @Test
    @InjectMojo(goal = "migration")
    void tellsOfAMoveThatNobodyCanMake(MigrationMojo mojo) throws Exception {
        givenExample("openshift-mesh-2-to-3");
        givenMove(mojo, "mesh-3", "mesh-2");

        assertThat(failure(mojo)).contains("docs/problems/MESH");

        assertThat(base.resolve("target/mesh-migration")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "migration")
    void tellsOfAPlatformThatThereIsNotAndOfOneThatIsLeftOut(MigrationMojo mojo) throws Exception {
        givenExample("openshift-mesh-2-to-3");
        givenMove(mojo, "mesh-2", "mesh-4");

        failure(mojo);

        assertThat(log.lines("ERROR")).singleElement().asString().contains("mesh.to", "'mesh-4'", "mesh-2, mesh-3");

        log.lines().clear();
        givenMove(mojo, null, "mesh-3");
        failure(mojo);

        assertThat(log.lines("ERROR")).singleElement().asString().contains("mesh.from", "mesh-2, mesh-3");
    }

    @Test
    @InjectMojo(goal = "migration")
    void tellsOfAFormatThatThereIsNot(MigrationMojo mojo) throws Exception {
        givenExample("mtls-migration");
        MojoExtension.setVariableValueToObject(mojo, "format", "sarif");

        failure(mojo);

        assertThat(log.lines("ERROR")).singleElement().asString().contains("'sarif'", "Write one of: text, md, json.");
    }

    private void givenExample(String name) throws IOException {
        Path documents = EXAMPLES.resolve(name).resolve("src/main/mesh");
        try (Stream<Path> files = Files.walk(documents)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                givenFile("src/main/mesh/" + documents.relativize(file), Files.readString(file));
            }
        }
    }

    private static void givenMove(MigrationMojo mojo, String from, String to) throws Exception {
        MojoExtension.setVariableValueToObject(mojo, "from", from);
        MojoExtension.setVariableValueToObject(mojo, "to", to);
    }

    private void givenAnswer(MigrationMojo mojo, String format) throws Exception {
        MojoExtension.setVariableValueToObject(mojo, "format", format);
        MojoExtension.setVariableValueToObject(
                mojo, "answer", new File(base.resolve("target/answer").toString()));
    }
}
