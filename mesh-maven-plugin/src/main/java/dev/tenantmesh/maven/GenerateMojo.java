package dev.tenantmesh.maven;

import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.generator.manifest.folder.ManifestWriter;
import dev.tenantmesh.generator.manifest.folder.WriteReport;
import dev.tenantmesh.generator.manifest.folder.WriteScope;
import dev.tenantmesh.model.MeshModel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
 * Writes the manifests of the mesh documents. Run by hand, it writes the folder that is committed; bound to a build,
 * it writes below the build directory unless told otherwise. Files that it did not write, or that were edited since,
 * are never replaced nor deleted.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, requiresProject = false, threadSafe = true)
public final class GenerateMojo extends AbstractMeshMojo {

    /**
     * The folder to write. Default: {@code deploy} in the project when run by hand, {@code mesh} in the build directory
     * when bound to a build; without a project it must be given.
     */
    @Parameter(property = "mesh.output")
    private @Nullable File output;

    /** Whether the output folder may lie outside the project. */
    @Parameter(property = "mesh.allowOutside", defaultValue = "false")
    private boolean allowOutside;

    /**
     * Whether to prove what the documents promise before anything is written: a claim that does not hold, or is not known,
     * writes nothing.
     */
    @Parameter(property = "mesh.prove", defaultValue = "true")
    private boolean prove;

    /** The names of the only platforms to render and write; the folders of all others are left as they are. On the command line separated by commas. Default: all. */
    @Parameter(property = "mesh.platforms")
    private @Nullable List<String> platforms;

    @Inject
    GenerateMojo(
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
        return output;
    }

    @Override
    List<String> platforms() {
        return platforms == null ? List.of() : platforms;
    }

    @Override
    Path defaultOutput() {
        return build().isBound() ? build().boundOutput() : build().handOutput();
    }

    @Override
    void run(MeshRun run, Report report) throws IOException {
        build().rememberGenerated(run.output());
        LastRun lastRun = new LastRun(build().stateFile(run.output()), run.output());
        Optional<String> fingerprint = workspace().isAbsent()
                ? run.fingerprint(isStrict() + " " + allowOutside + " " + prove)
                : Optional.empty();
        Optional<List<String>> said = lastRun.saidOn(fingerprint);
        if (said.isPresent()) {
            report.repeat(said.get());
            report.info("Mesh manifests are up to date (unchanged since the last run)");
            return;
        }
        MeshModel model = run.read(report.problems());
        ManifestSet set = run.render(model, report.problems());
        if (prove && !report.stopsTheBuild()) {
            SelfCheck.of(model, set).prove(report.problems());
            run.pace().done("Proved what the model promises");
        }
        if (isStrict()) {
            ManifestWriter.compare(set, run.output(), report.problems());
        }
        if (!report.stopsTheBuild()) {
            WriteScope scope = build().scope(allowOutside);
            WriteReport written = ManifestWriter.write(set, run.output(), scope, report.problems(), run.pace());
            run.pace().done("Wrote to " + run.output());
            workspace().refresh(run.output());
            if (!report.stopsTheBuild()) {
                WriteLines.of(written, run.output(), report);
                lastRun.store(fingerprint, report.warningsAndInfos());
            }
        }
    }
}
