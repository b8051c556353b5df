package dev.tenantmesh.maven;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.report.FindingsReport;
import dev.tenantmesh.report.Format;
import dev.tenantmesh.verifier.lint.Linter;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Says what is wrong with any manifests, generated or not, whatever anybody wants of them: policies that decide about
 * nothing, holes in networks and proxies, what tenants can do to each other. Errors fail the build. An object accepts a
 * finding by the annotation {@code tenantmesh.dev/lint-accept} with its code and a reason. Formats: {@code text}, {@code
 * md}, {@code csv}, {@code json}, {@code sarif}.
 */
@Mojo(name = "lint", requiresProject = false, threadSafe = true)
public final class LintMojo extends AbstractManifestGoal {

    /** Whether warnings fail the build, too. */
    @Parameter(property = "mesh.strict", defaultValue = "false")
    private boolean strict;

    @Inject
    LintMojo(MavenSession session, MavenProject project, MojoExecution execution) {
        super(new MavenBuild(session, project, execution));
    }

    @Override
    List<Format> formats() {
        return List.of(Format.TEXT, Format.MD, Format.CSV, Format.JSON, Format.SARIF);
    }

    @Override
    Optional<String> answer(Asked asked, Report report) {
        Problems problems = new Problems();
        Manifests manifests = ManifestLoader.load(asked.roots(), asked.options(), problems);
        new Linter(asked.profile(), checks()).lint(manifests, problems);
        FindingsReport findings = FindingsReport.of(problems.sorted());
        boolean asText = asked.printed() && asked.format() == Format.TEXT;
        if (asText || !asked.printed()) {
            report.say(findings.causes());
        }
        report.info(findings.summary());
        findings.failure(strict).ifPresent(report::fail);
        return asText ? Optional.empty() : Optional.of(findings.written(asked.format()));
    }

    /** Checks beside the rules of the linter. */
    private static List<LintRule> checks() {
        return List.of();
    }
}
