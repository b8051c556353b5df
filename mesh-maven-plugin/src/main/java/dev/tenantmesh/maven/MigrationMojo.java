package dev.tenantmesh.maven;

import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.generator.manifest.folder.ManifestWriter;
import dev.tenantmesh.maven.migration.MtlsPlan;
import dev.tenantmesh.maven.migration.Planned;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.report.Format;
import dev.tenantmesh.report.migration.MigrationReport;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/**
 * Says for each mesh on its way to mutual TLS where it stands and which steps can be next, with the edit of the documents,
 * the clients that would break and why, and a proof of what the documents promise after it. What each step applies and
 * deletes is written to a folder of its own. Formats: {@code text}, {@code md}, {@code json}.
 */
@Mojo(name = "migration", requiresProject = false, threadSafe = true)
public final class MigrationMojo extends AbstractMeshMojo {

    private static final List<Format> FORMATS = List.of(Format.TEXT, Format.MD, Format.JSON);

    /**
     * The folder to write, in which each step has a folder of its name. Default: {@code mesh-migration} in the build
     * directory; without a project it must be given.
     */
    @Parameter(property = "mesh.output")
    private @Nullable File output;

    /** Whether the output folder may lie outside the project. */
    @Parameter(property = "mesh.allowOutside", defaultValue = "false")
    private boolean allowOutside;

    /**
     * Manifests of the pods that run in the meshes: folders and files, on the command line separated by commas. They tell
     * which clients have no proxy, or one that does not send mutual TLS. Default: none, pods of a mesh are taken to have
     * a proxy.
     */
    @Parameter(property = "mesh.manifests")
    private @Nullable List<File> manifests;

    /** The namespace of objects that name none. Default: none, such an object is an error. */
    @Parameter(property = "mesh.namespace")
    private @Nullable String namespace;

    /** Whether a step that would break a client fails the build. */
    @Parameter(property = "mesh.failOnBreakage", defaultValue = "false")
    private boolean failOnBreakage;

    /** How the plan is written. */
    @Parameter(property = "mesh.format", defaultValue = "text")
    private String format = "";

    /** The file to write the plan to. Default: none, it is printed. */
    @Parameter(property = "mesh.answer")
    private @Nullable File answer;

    @Inject
    MigrationMojo(
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
    Path defaultOutput() {
        return build().boundOutput().resolveSibling("mesh-migration");
    }

    @Override
    void run(MeshRun run, Report report) throws IOException {
        Problems problems = report.problems();
        Format wanted = AbstractManifestGoal.chosen("mesh.format", format, FORMATS, Format::written, problems)
                .orElse(Format.TEXT);
        Manifests workloads = workloads(problems);
        problems.throwIfErrors();
        Planned planned = MtlsPlan.of(run.read(problems), workloads);
        run.pace().done("Planned " + planned.folders().size() + " steps");
        write(planned, run, report);
        MigrationReport written = new MigrationReport(planned.plan());
        new Answer(answer).give(written.written(wanted), report);
        if (answer != null) {
            report.info(written.summary());
        }
        if (!planned.plan().isProved()) {
            report.fail("A step cannot be proved, so it must not be taken; see above");
        } else if (failOnBreakage && planned.plan().breakages() > 0) {
            report.fail(written.summary());
        }
    }

    private Manifests workloads(Problems problems) {
        if (manifests == null || manifests.isEmpty()) {
            return new Manifests(List.of(), List.of());
        }
        LoadOptions options =
                LoadOptions.DEFAULT.namedFrom(build().base()).inNamespace(namespace == null ? "" : namespace);
        List<Path> roots = manifests.stream()
                .map(file -> file.toPath().toAbsolutePath().normalize())
                .toList();
        return ManifestLoader.load(roots, options, problems);
    }

    /** A step that is not there any more leaves nothing of ours behind. */
    private void write(Planned planned, MeshRun run, Report report) throws IOException {
        for (Path old : foldersIn(run.output())) {
            if (!planned.folders().containsKey(String.valueOf(old.getFileName()))) {
                write(ManifestSet.of(List.of()), old, report);
            }
        }
        planned.folders().forEach((name, set) -> write(set, run.output().resolve(name), report));
        if (!planned.folders().isEmpty()) {
            report.info(report.shown(run.output()) + ": " + planned.folders().size() + " steps written");
        }
    }

    private void write(ManifestSet set, Path folder, Report report) {
        ManifestWriter.write(set, folder, build().scope(allowOutside), report.problems());
    }

    private static List<Path> foldersIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isDirectory).sorted().toList();
        }
    }
}
