package dev.tenantmesh.maven;

import dev.tenantmesh.model.problem.Printable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.jspecify.annotations.Nullable;

/**
 * The command that makes a failed check pass: {@code generate} by hand, on the same documents and the same folder. What
 * was given on the command line is given again; what only the checking execution was told is added.
 */
final class FixCommand {

    private final MavenBuild build;
    private final MeshRun run;

    FixCommand(MavenBuild build, MeshRun run) {
        this.build = build;
        this.run = run;
    }

    String text() {
        List<String> words = new ArrayList<>();
        words.add("mvn");
        words.add(build.goal("generate"));
        path("model", run.model(), "src/main/mesh").ifPresent(words::add);
        path("output", run.output(), "deploy").ifPresent(words::add);
        value("imports", String.join(",", run.sources().imports())).ifPresent(words::add);
        value("tenant", run.sources().tenant()).ifPresent(words::add);
        value("platforms", String.join(",", run.platforms())).ifPresent(words::add);
        if (build.hasProject() && !run.output().startsWith(build.base())) {
            words.add("-Dmesh.allowOutside=true");
        }
        Stream.of("mesh.asOf", "mesh.strict")
                .forEach(name -> build.commanded(name).ifPresent(value -> words.add(option(name, value))));
        return String.join(" ", words);
    }

    private Optional<String> path(String name, Path effective, String fallback) {
        String property = "mesh." + name;
        Optional<String> commanded = build.commanded(property);
        if (commanded.isPresent()) {
            return Optional.of(option(property, commanded.get()));
        }
        Path byHand = build.base()
                .resolve(build.declared()
                        .map(Plugin::getConfiguration)
                        .flatMap(configuration -> MavenBuild.configured(configuration, name))
                        .or(() -> build.given(property))
                        .orElse(fallback));
        return byHand.normalize().equals(effective)
                ? Optional.empty()
                : Optional.of(option(property, shown(effective)));
    }

    /** A parameter that the run by hand would not get from the POM. */
    private Optional<String> value(String name, @Nullable String effective) {
        String property = "mesh." + name;
        boolean byHand = build.commanded(property).isEmpty()
                && (build.declaredValue(name).isPresent()
                        || build.given(property).isPresent());
        return effective == null || effective.isEmpty() || byHand
                ? Optional.empty()
                : Optional.of(option(property, effective));
    }

    private String shown(Path path) {
        Path shown = path.startsWith(build.base()) ? build.base().relativize(path) : path;
        return shown.toString().replace('\\', '/');
    }

    /** A setting on the command line, in quotes where a shell would need them. */
    static String option(String name, String value) {
        String option = "-D" + name + "=" + Printable.of(value);
        return option.matches("[\\w./:=@%+,\\\\-]*") ? option : '"' + option + '"';
    }
}
