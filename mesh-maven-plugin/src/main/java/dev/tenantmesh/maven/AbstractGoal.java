package dev.tenantmesh.maven;

import dev.tenantmesh.model.problem.ProblemsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What every goal is: something to do and a report, and the only place that logs problems and fails the build. */
abstract class AbstractGoal extends AbstractMojo {

    /** Whether to skip the goal. */
    @Parameter(property = "mesh.skip", defaultValue = "false")
    private boolean skip;

    private final MavenBuild build;

    AbstractGoal(MavenBuild build) {
        this.build = build;
    }

    /** Does what the goal is for. */
    abstract void run(Report report) throws IOException;

    /** Whether warnings fail the build, too. */
    boolean isStrict() {
        return false;
    }

    MavenBuild build() {
        return build;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped, as mesh.skip says.");
            return;
        }
        Report report = new Report(build.base(), isStrict());
        try {
            run(report);
        } catch (ProblemsException stopped) {
            report.problems().addAll(stopped.problems());
        } catch (IOException | UncheckedIOException failed) {
            throw new MojoExecutionException("A file cannot be read or written: " + failed, failed);
        } catch (RuntimeException defect) {
            throw new MojoExecutionException("A defect in Tenant Mesh; please report it: " + defect, defect);
        }
        ended(report);
        report.conclude(getLog());
    }

    /** Called when everything is done that will be, before the build may fail. */
    void ended(Report report) {}
}
