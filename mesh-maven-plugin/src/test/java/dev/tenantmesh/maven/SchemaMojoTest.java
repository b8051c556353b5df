package dev.tenantmesh.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.MeshSchema;
import java.io.File;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.junit.jupiter.api.Test;

class SchemaMojoTest extends GoalTest {

    private static final String FILE = ".mesh/tenantmesh.dev-v1.schema.json";

    @Test
    @InjectMojo(goal = "schema")
    void writesTheSchema(SchemaMojo mojo) throws Exception {
        run(mojo);
        run(mojo);

        assertThat(text(FILE)).isEqualTo(MeshSchema.text());
        assertThat(log.lines()).containsExactly("INFO " + FILE + ": written", "INFO " + FILE + ": is up to date");
    }

    @Test
    @InjectMojo(goal = "schema")
    void saysThatItReplacesTheOneOfAnotherRelease(SchemaMojo mojo) throws Exception {
        givenFile(FILE, MeshSchema.text().replace("integer", "number"));

        run(mojo);

        assertThat(text(FILE)).isEqualTo(MeshSchema.text());
        assertThat(log.lines()).containsExactly("INFO " + FILE + ": replaced the schema of another release");
    }

    @Test
    @InjectMojo(goal = "schema")
    void leavesAnyOtherFileAlone(SchemaMojo mojo) throws Exception {
        givenFile("mine.json", "{}");
        MojoExtension.setVariableValueToObject(mojo, "schema", new File(base.toFile(), "mine.json"));

        assertThat(failure(mojo)).contains("docs/problems/MESH0320.md");

        assertThat(text("mine.json")).isEqualTo("{}");
        assertThat(log.lines("ERROR").get(0)).startsWith("ERROR mine.json: MESH0320: ");
    }

    @Test
    @InjectMojo(goal = "schema")
    void needsNoProject(SchemaMojo mojo) throws Exception {
        givenOutsideAnyProject();

        run(mojo);

        assertThat(text(FILE)).isEqualTo(MeshSchema.text());
    }

    @Test
    @InjectMojo(goal = "schema")
    void canBeSkipped(SchemaMojo mojo) throws Exception {
        MojoExtension.setVariableValueToObject(mojo, "skip", true);

        run(mojo);

        assertThat(base.resolve(FILE)).doesNotExist();
    }
}
