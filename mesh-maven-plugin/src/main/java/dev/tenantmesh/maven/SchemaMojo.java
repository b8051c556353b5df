package dev.tenantmesh.maven;

import dev.tenantmesh.model.SchemaFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Writes the JSON Schema of mesh documents, by which editors complete, explain and check them. The schema of another
 * release is replaced; any other file is left alone and fails the build.
 */
@Mojo(name = "schema", requiresProject = false, threadSafe = true)
public final class SchemaMojo extends AbstractGoal {

    /**
     * The file to write. Default: {@code .mesh/tenantmesh.dev-v1.schema.json} in the project, or where Maven was
     * started.
     */
    @Parameter(property = "mesh.schema")
    private @Nullable File schema;

    @Inject
    SchemaMojo(MavenSession session, MavenProject project, MojoExecution execution) {
        super(new MavenBuild(session, project, execution));
    }

    @Override
    void run(Report report) throws IOException {
        Path file = schema == null ? build().schemaFile() : schema.toPath().toAbsolutePath();
        SchemaFile.Outcome outcome = SchemaFile.write(file, report.problems());
        String shown = report.shown(file);
        switch (outcome) {
            case WRITTEN -> report.info(shown + ": written");
            case REPLACED -> report.info(shown + ": replaced the schema of another release");
            case UNCHANGED -> report.info(shown + ": is up to date");
            case REFUSED -> {}
        }
    }
}
