package dev.tenantmesh.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to do with a model that was just written.
 *
 * @param build where it was written
 * @param model the folder of the model
 */
record NextSteps(MavenBuild build, Path model) {

    List<String> lines(String shown) {
        return List.of(
                "Next:",
                "  1. Put the facts of your cluster into " + shown + "/platform.yaml.",
                "  2. Run '" + command("generate") + "' and commit the result.",
                "  3. Bind the goal check to your build, or run '" + command("check") + "' there.");
    }

    private String command(String goal) {
        boolean usual = build.hasProject() && model.equals(build.newModel());
        Stream<String> places = Stream.of(
                usual ? "" : FixCommand.option("mesh.model", relative(model)),
                build.hasProject() ? "" : FixCommand.option("mesh.output", relative(build.handOutput())));
        return Stream.concat(Stream.of("mvn", build.goal(goal)), places)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String relative(Path path) {
        Path shown = path.startsWith(build.base()) ? build.base().relativize(path) : path;
        return shown.toString().replace('\\', '/');
    }
}
