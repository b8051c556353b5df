package dev.tenantmesh.maven;

import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.generator.manifest.folder.ManifestWriter;
import dev.tenantmesh.generator.manifest.folder.WriteReport;
import dev.tenantmesh.generator.manifest.folder.WriteScope;
import java.io.File;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes the mesh documents that projects of single tenants import: the platforms and meshes, and for each tenant an
 * Export, which says what other tenants must know of it and no more. With {@code mesh.tenant} only that tenant's Export.
 */
@Mojo(name = "export", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, requiresProject = false, threadSafe = true)
public final class ExportMojo extends AbstractMeshMojo {

    /**
     * The folder to write. Default: a folder of the artifact's name among the classes, so that the module's jar holds it
     * and others import {@code classpath:<artifactId>/}; without a project it must be given.
     */
    @Parameter(property = "mesh.exportTo")
    private @Nullable File exportTo;

    @Inject
    ExportMojo(
            MavenSession session,
            MavenProject project,
            MojoExecution execution,
            BuildContext context,
            org.sonatype.plexus.build.incremental.BuildContext legacy) {
        super(new MavenBuild(session, project, execution), new Workspace(context, legacy));
    }

    @Override
    @Nullable
    File output() {
        return exportTo;
    }

    @Override
    String outputProperty() {
        return "mesh.exportTo";
    }

    @Override
    Path defaultOutput() {
        return build().exportOutput();
    }

    @Override
    void run(MeshRun run, Report report) {
        ManifestSet documents = run.export(report.problems());
        if (!report.stopsTheBuild()) {
            WriteScope scope = build().scope(false);
            WriteReport written = ManifestWriter.write(documents, run.output(), scope, report.problems(), run.pace());
            run.pace().done("Wrote to " + run.output());
            workspace().refresh(run.output());
            if (!report.stopsTheBuild()) {
                WriteLines.of(written, run.output(), report);
            }
        }
    }
}
