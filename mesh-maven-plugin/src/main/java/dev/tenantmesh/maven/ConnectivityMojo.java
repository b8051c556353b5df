package dev.tenantmesh.maven;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.report.ConnectivityReport;
import dev.tenantmesh.report.Format;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.question.Connectivity;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;

/**
 * Says who reaches whom by any manifests, generated or not: each workload, or kind of pod that policies tell apart, with
 * whom it lets in, on which ports, in plaintext or over mutual TLS; pods that nobody declared, nodes and addresses
 * outside included. Formats: {@code text}, {@code md}, {@code csv}, {@code dot}, {@code json}.
 */
@Mojo(name = "connectivity", requiresProject = false, threadSafe = true)
public final class ConnectivityMojo extends AbstractAnswerGoal {

    @Inject
    ConnectivityMojo(MavenSession session, MavenProject project, MojoExecution execution) {
        super(new MavenBuild(session, project, execution));
    }

    @Override
    List<Format> formats() {
        return List.of(Format.TEXT, Format.MD, Format.CSV, Format.DOT, Format.JSON);
    }

    @Override
    Optional<String> answer(MeshVerifier verifier, Connectivity connectivity, Format format, Problems problems) {
        return Optional.of(ConnectivityReport.of(
                connectivity.connections(), connectivity.exposures(), connectivity.relaying(), format));
    }
}
