package dev.tenantmesh.maven;

import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.generator.manifest.folder.ManifestWriter;
import dev.tenantmesh.maven.migration.MovePlan;
import dev.tenantmesh.maven.migration.MtlsPlan;
import dev.tenantmesh.maven.migration.Planned;
import dev.tenantmesh.maven.migration.ShadowPlan;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.problem.ProblemsException;
import dev.tenantmesh.report.Format;
import dev.tenantmesh.report.migration.MigrationPlan;
import dev.tenantmesh.report.migration.MigrationPlan.Breakage;
import dev.tenantmesh.report.migration.MigrationReport;
import dev.tenantmesh.verifier.lint.migration.Leftovers;
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
 * Says for each mesh on its way to mutual TLS, or with namespaces in shadow, where it stands and which steps can be next,
 * with the edit of the documents, the clients that would break and why, and a proof of what the documents promise after it. What each step applies and
 * deletes is written to a folder of its own. With {@code mesh.from} and {@code mesh.to} it does the same for the move of a
 * cluster from OpenShift Service Mesh 2.6 to 3. Formats: {@code text}, {@code md}, {@code json}.
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
     * which clients have no proxy, or one that does not send mutual TLS, and who reaches a namespace in shadow. Default:
     * none, pods of a mesh are taken to have a proxy.
     */
    @Parameter(property = "mesh.manifests")
    private @Nullable List<File> manifests;

    /** The platform of OpenShift Service Mesh 2.6 to come from, with {@code mesh.to}. Default: none. */
    @Parameter(property = "mesh.from")
    private @Nullable String from;

    /** The platform of OpenShift Service Mesh 3 to go to, with {@code mesh.from}. Default: none. */
    @Parameter(property = "mesh.to")
    private @Nullable String to;

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
        Planned planned = planned(run.read(problems), workloads, problems);
        run.pace().done("Planned " + planned.folders().size() + " steps");
        write(planned, run, report);
        MigrationReport written = new MigrationReport(planned.plan()
                .writtenTo(name -> planned.folders().containsKey(name)
                        ? report.shown(run.output().resolve(name))
                        : ""));
        new Answer(answer).give(written.written(wanted), report);
        if (answer != null) {
            report.info(written.summary());
        }
        conclude(planned.plan(), problems);
    }

    private Planned planned(MeshModel model, Manifests workloads, Problems problems) {
        if (from == null && to == null) {
            return MtlsPlan.of(model, workloads).with(ShadowPlan.of(model, workloads));
        }
        Leftovers.check(workloads, problems);
        return MovePlan.of(model, platform(model, from, "mesh.from"), platform(model, to, "mesh.to"), problems);
    }

    private static Platform platform(MeshModel model, @Nullable String name, String setting) {
        return model.platforms().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> names =
                            model.platforms().stream().map(Platform::name).toList();
                    Problems problems = new Problems();
                    problems.error(
                            ProblemCode.SETTING_INVALID,
                            Origin.ofModel(setting),
                            name == null ? "" : name,
                            "This is no platform of the documents.",
                            "Write one of: " + String.join(", ", names) + ".");
                    return new ProblemsException(problems);
                });
    }

    private void conclude(MigrationPlan plan, Problems problems) {
        plan.ways().stream().flatMap(way -> way.steps().stream()).forEach(step -> {
            if (!step.isProved()) {
                problems.error(
                        ProblemCode.STEP_NOT_PROVED,
                        Origin.ofModel(step.name()),
                        "",
                        step.open().get(0),
                        "Do not take this step; mend what is named first.");
            } else if (failOnBreakage && !step.breakages().isEmpty()) {
                Breakage first = step.breakages().get(0);
                problems.error(
                        ProblemCode.STEP_BREAKS,
                        Origin.ofModel(step.name()),
                        first.client(),
                        "It would not reach " + first.server() + " any more: " + first.because() + ".",
                        "Mend the client first, or leave out mesh.failOnBreakage.");
            }
        });
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
