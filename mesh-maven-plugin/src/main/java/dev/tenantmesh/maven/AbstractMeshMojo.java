package dev.tenantmesh.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals share that read a model and know an output folder. */
abstract class AbstractMeshMojo extends AbstractGoal {

    /**
     * The folder with the mesh documents, or a single file. A project without the default folder is skipped; a folder
     * that is given must exist. Default: {@code src/main/mesh} in the project; without a project it must be given.
     */
    @Parameter(property = "mesh.model")
    private @Nullable File model;

    /**
     * More mesh documents, each a folder or a file on the class path of this plugin, such as {@code
     * classpath:acme-mesh/}; the jar that holds them stands under the plugin's {@code <dependencies>}. On the command
     * line separated by commas. Default: none.
     */
    @Parameter(property = "mesh.imports")
    private @Nullable List<String> imports;

    /**
     * The only tenant to work for: neither the platform's manifests nor those of other tenants are rendered, compared or
     * removed. Default: all tenants, and the platform.
     */
    @Parameter(property = "mesh.tenant")
    private @Nullable String tenant;

    /**
     * The day, as {@code yyyy-mm-dd}, on which every exemption must still hold; an exemption whose last day is before
     * it is an error. The clock is never asked, so that a build gives the same result on every day. Default: none,
     * expiry is not checked.
     */
    @Parameter(property = "mesh.asOf")
    private @Nullable String asOf;

    /** Whether warnings fail the build, too. */
    @Parameter(property = "mesh.strict", defaultValue = "false")
    private boolean strict;

    private final Workspace workspace;

    AbstractMeshMojo(MavenBuild build, Workspace workspace) {
        super(build);
        this.workspace = workspace;
    }

    /** The output folder that was given; null when none was. */
    abstract @Nullable File output();

    /** The property that gives it on the command line. */
    String outputProperty() {
        return "mesh.output";
    }

    /** Whether the goal can do nothing without an output folder, so that without a project one must be given. */
    boolean needsOutput() {
        return true;
    }

    /** Where the output lies in a project when nothing was given. */
    abstract Path defaultOutput();

    /** Does what the goal is for. */
    abstract void run(MeshRun run, Report report) throws IOException;

    @Override
    void run(Report report) throws IOException {
        MeshRun run = MeshRun.of(this);
        getLog().debug("Model: " + run.model() + ", output: " + run.output());
        if (run.hasNothingToDo()) {
            report.info("No mesh documents: there is no " + report.shown(run.model()) + ". Skipped.");
        } else if (!workspace.isUnaffectedBy(run.model())) {
            workspace.forget(run.model());
            run(run, report);
        }
    }

    @Override
    final void ended(Report report) {
        workspace.show(report.problems().sorted());
    }

    Workspace workspace() {
        return workspace;
    }

    @Nullable
    File model() {
        return model;
    }

    List<String> imports() {
        return imports == null ? List.of() : imports;
    }

    @Nullable
    String tenant() {
        return tenant;
    }

    /** The only platforms to work for; none: all of them. */
    List<String> platforms() {
        return List.of();
    }

    @Nullable
    String asOf() {
        return asOf;
    }

    @Override
    boolean isStrict() {
        return strict;
    }
}
