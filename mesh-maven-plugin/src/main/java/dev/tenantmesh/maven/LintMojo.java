package dev.tenantmesh.maven;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.report.FindingsReport;
import dev.tenantmesh.report.Format;
import dev.tenantmesh.verifier.lint.Linter;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.schema.SchemaChecks;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

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

    /**
     * A folder or file of CustomResourceDefinitions. With it every object is also held against what the API server would
     * refuse: structure, unknown fields, versions, CEL rules. Default: none.
     */
    @Parameter(property = "mesh.crds")
    private @Nullable File crds;

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
        Manifests manifests = asked.sources().read(problems);
        new Linter(asked.profile(), checks(asked.options(), problems)).lint(manifests, problems);
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
    private List<LintRule> checks(LoadOptions options, Problems problems) {
        if (crds == null) {
            return List.of();
        }
        List<Path> definitions = List.of(crds.toPath().toAbsolutePath().normalize());
        SchemaChecks schema = SchemaChecks.of(ManifestLoader.load(definitions, options, problems), problems);
        return List.of((context, found) -> schema.check(context.manifests(), found));
    }
}
