package dev.tenantmesh.maven;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.model.PluginExecution;

/** Finds out whether a build generates the folder it checks: such a check would compare a run with itself. */
final class OwnOutput {

    private final MavenBuild build;

    OwnOutput(MavenBuild build) {
        this.build = build;
    }

    /** A sentence that names who generates a folder in this build; empty when nobody does. */
    Optional<String> writerOf(Path output) {
        if (build.wasGenerated(output)) {
            return Optional.of("This build has just generated it, so that the check could never fail.");
        }
        if (!build.isBound()) {
            return Optional.empty();
        }
        return build.declared().stream()
                .flatMap(plugin -> plugin.getExecutions().stream())
                .filter(OwnOutput::isGenerate)
                .filter(generate -> outputOf(generate).equals(output))
                .map(generate -> "The execution '" + generate.getId()
                        + "' of generate writes it in the same build, so that the check could never fail.")
                .findFirst();
    }

    private static boolean isGenerate(PluginExecution execution) {
        return execution.getGoals().contains("generate") && !"none".equalsIgnoreCase(execution.getPhase());
    }

    /** As Maven resolves the parameter: the POM's configuration, the property, the default. */
    private Path outputOf(PluginExecution generate) {
        return MavenBuild.configured(generate.getConfiguration(), "output")
                .or(() -> build.given("mesh.output"))
                .map(given -> build.base().resolve(given).normalize())
                .orElseGet(build::boundOutput);
    }
}
