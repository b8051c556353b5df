package dev.tenantmesh.maven;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.report.ExplanationReport;
import dev.tenantmesh.report.Format;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.question.Connectivity;
import dev.tenantmesh.verifier.question.EndpointFinder;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Port;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Says whether one end can open a connection to another, and which rule in which file decided that in each layer:
 * the network at both ends, the proxy, mutual TLS, authorization. Formats: {@code text}, {@code md}, {@code json}.
 */
@Mojo(name = "explain", requiresProject = false, threadSafe = true)
public final class ExplainMojo extends AbstractAnswerGoal {

    /**
     * Who would open it: {@code namespace/workload}, {@code namespace/key=value} for a pod that is in no manifest, an
     * address outside, or {@code node}.
     */
    @Parameter(property = "mesh.from", required = true)
    private String from = "";

    /** Whom to, in the same words. */
    @Parameter(property = "mesh.to", required = true)
    private String to = "";

    /** On which port of the pod, such as {@code tcp/8080}; not the port of a Service. */
    @Parameter(property = "mesh.port", required = true)
    private String port = "";

    @Inject
    ExplainMojo(MavenSession session, MavenProject project, MojoExecution execution) {
        super(new MavenBuild(session, project, execution));
    }

    @Override
    List<Format> formats() {
        return List.of(Format.TEXT, Format.MD, Format.JSON);
    }

    @Override
    Optional<String> answer(MeshVerifier verifier, Connectivity connectivity, Format format, Problems problems) {
        EndpointFinder finder = new EndpointFinder(verifier.world(), problems);
        Optional<Endpoint> source = finder.find("mesh.from", from);
        Optional<Endpoint> destination = finder.find("mesh.to", to);
        Optional<Port> asked = Port.parse(port);
        if (asked.isEmpty()) {
            problems.error(
                    ProblemCode.SETTING_INVALID,
                    Origin.ofModel("mesh.port"),
                    port,
                    "This is not a port.",
                    "Write a protocol and a number, such as tcp/8080.");
        }
        return source.isEmpty() || destination.isEmpty() || asked.isEmpty()
                ? Optional.empty()
                : Optional.of(ExplanationReport.of(
                        connectivity.explain(source.get(), destination.get(), asked.get()), format));
    }
}
