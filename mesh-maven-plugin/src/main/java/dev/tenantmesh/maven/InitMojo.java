package dev.tenantmesh.maven;

import dev.tenantmesh.generator.starter.StarterModel;
import java.io.File;
import java.io.IOException;
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
 * Writes commented documents to start from, one platform, one mesh and one tenant, which render as they are, and the
 * schema for editors. Writes nothing if any of these files is there already.
 */
@Mojo(name = "init", requiresProject = false, threadSafe = true)
public final class InitMojo extends AbstractGoal {

    /**
     * The platform: the product and its minor version, such as {@code openshift-service-mesh-3.4} or {@code istio-1.30};
     * on OpenShift, where Istio runs on Kubernetes as well, {@code istio-1.30-openshift}.
     */
    @Parameter(property = "mesh.platform", defaultValue = "openshift-service-mesh-3.4")
    private String platform = "";

    /** The name of the first tenant; where the project is configured for one tenant, that one. */
    @Parameter(property = "mesh.tenant", defaultValue = "shop")
    private String tenant = "";

    /**
     * The folder to write the documents to. Default: {@code src/main/mesh} in the project; without a project
     * {@code model} where Maven was started.
     */
    @Parameter(property = "mesh.model")
    private @Nullable File model;

    @Inject
    InitMojo(MavenSession session, MavenProject project, MojoExecution execution) {
        super(new MavenBuild(session, project, execution));
    }

    @Override
    void run(Report report) throws IOException {
        Path folder = model == null
                ? build().newModel()
                : model.toPath().toAbsolutePath().normalize();
        Optional<StarterModel> starter = StarterModel.of(platform, tenant, report.problems());
        if (starter.isPresent()) {
            List<Path> written = starter.get().write(folder, build().schemaFile(), report.problems());
            written.forEach(file -> report.info("wrote " + report.shown(file)));
            if (!written.isEmpty()) {
                new NextSteps(build(), folder).lines(report.shown(folder)).forEach(report::info);
            }
        }
    }
}
