package dev.tenantmesh.maven;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.report.Format;
import dev.tenantmesh.report.capacity.CapacityReport;
import dev.tenantmesh.report.capacity.PlatformCapacity;
import dev.tenantmesh.report.capacity.manifest.SiteManifests;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import java.io.File;
import java.io.IOException;
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
 * Says what the meshes of the mesh documents cost: sidecars of each tenant, namespace, workload and node, what they reserve
 * and what they use by the figures that are published for the version of Istio, what they are told and what that saves,
 * what manifests reserve, control planes, gateways, and an ambient mesh beside it. Every amount is a range with its source. Formats: {@code text},
 * {@code md}, {@code json}.
 */
@Mojo(name = "capacity", requiresProject = false, threadSafe = true)
public final class CapacityMojo extends AbstractMeshMojo {

    private static final List<Format> FORMATS = List.of(Format.TEXT, Format.MD, Format.JSON);

    /**
     * Manifests of the tenants' own workloads: folders and files, on the command line separated by commas. With them sidecars
     * are counted by the pods that they make, too. They are taken for those of every platform. Default: none, only the
     * generated manifests are read.
     */
    @Parameter(property = "mesh.manifests")
    private @Nullable List<File> manifests;

    /** The namespace of objects that name none. Default: none, such an object is an error. */
    @Parameter(property = "mesh.namespace")
    private @Nullable String namespace;

    /** How the report is written. */
    @Parameter(property = "mesh.format", defaultValue = "text")
    private String format = "";

    /** The file to write the report to. Default: none, it is printed. */
    @Parameter(property = "mesh.answer")
    private @Nullable File answer;

    @Inject
    CapacityMojo(
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
        return null;
    }

    @Override
    boolean needsOutput() {
        return false;
    }

    @Override
    Path defaultOutput() {
        return build().handOutput();
    }

    @Override
    void run(MeshRun run, Report report) throws IOException {
        Problems problems = report.problems();
        Format wanted = AbstractManifestGoal.chosen("mesh.format", format, FORMATS, Format::written, problems)
                .orElse(Format.TEXT);
        problems.throwIfErrors();
        MeshModel model = run.read(problems);
        Manifests own = own(problems);
        SelfCheck rendered = SelfCheck.of(model, run.render(model, problems));
        problems.throwIfErrors();
        List<PlatformCapacity> platforms = model.platforms().stream()
                .map(platform -> PlatformCapacity.of(model, platform, manifests(rendered, platform, own, problems)))
                .toList();
        platforms.forEach(platform -> platform.check(model, problems));
        new Answer(answer).give(CapacityReport.of(platforms).written(wanted), report);
    }

    private Manifests own(Problems problems) {
        LoadOptions options =
                LoadOptions.DEFAULT.namedFrom(build().base()).inNamespace(namespace == null ? "" : namespace);
        List<Path> roots = Stream.ofNullable(manifests)
                .flatMap(List::stream)
                .map(file -> file.toPath().toAbsolutePath().normalize())
                .toList();
        return ManifestLoader.load(roots, options, problems);
    }

    /** What is found in the generated ones is told elsewhere. */
    private static List<SiteManifests> manifests(
            SelfCheck rendered, Platform platform, Manifests own, Problems problems) {
        Problems reading = new Problems();
        return rendered.model().sites().stream()
                .filter(site -> site.isOf(platform))
                .map(site -> SiteManifests.of(
                        site, rendered.manifests(site, reading), own, own.all().isEmpty() ? reading : problems))
                .toList();
    }
}
