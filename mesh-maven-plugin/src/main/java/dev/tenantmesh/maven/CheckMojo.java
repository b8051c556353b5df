package dev.tenantmesh.maven;

import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.generator.manifest.folder.Drift;
import dev.tenantmesh.generator.manifest.folder.ManifestWriter;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import java.io.File;
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
 * Fails the build unless the committed manifests are what the mesh documents say. Writes nothing. Files in the folder
 * that were never generated are named, but do no harm.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class CheckMojo extends AbstractMeshMojo {

    /**
     * The folder to compare with. Default: {@code deploy} in the project; without a project it must be given.
     */
    @Parameter(property = "mesh.output")
    private @Nullable File output;

    /** The names of the only platforms to compare. On the command line separated by commas. Default: all. */
    @Parameter(property = "mesh.platforms")
    private @Nullable List<String> platforms;

    @Inject
    CheckMojo(
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
        return build().handOutput();
    }

    @Override
    void run(MeshRun run, Report report) {
        Optional<String> writer = new OwnOutput(build()).writerOf(run.output());
        if (writer.isPresent()) {
            Origin origin = Origin.ofFile(report.shown(run.output()));
            String fix = "Run the two in different builds, or give generate a folder below the build directory.";
            report.problems().error(ProblemCode.CHECK_OF_OWN_OUTPUT, origin, "", writer.get(), fix);
            return;
        }
        ManifestSet set = run.renderToCheck(report.problems());
        Drift drift = ManifestWriter.compare(set, run.output(), report.problems());
        run.pace().done("Compared with " + run.output());
        DriftLines.of(drift, run.output(), new FixCommand(build(), run).text(), report);
    }
}
