package dev.tenantmesh.maven;

import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.problem.Severity;
import dev.tenantmesh.report.Cause;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Everything a goal has to say: the problems, each as {@code file:line:column: CODE 'value': why. fix.} with the file
 * relative to the base directory, then its own lines, then at most one failure.
 */
final class Report {

    private record Line(Severity severity, String text) {}

    private final Problems problems = new Problems();
    private final List<Line> lines = new ArrayList<>();
    private final RelativePaths paths;
    private final boolean strict;
    private @Nullable String failure;

    Report(Path base, boolean strict) {
        this.paths = new RelativePaths(base);
        this.strict = strict;
    }

    Problems problems() {
        return problems;
    }

    /** A path as the user knows it: relative to the base directory, with {@code /}. */
    String shown(Path path) {
        return paths.shown(path);
    }

    /** A text that names files, with their paths as the user knows them. */
    String shown(String text) {
        return paths.relative(text);
    }

    void info(String line) {
        lines.add(new Line(Severity.INFO, line));
    }

    /** Tells findings, each as what it is, without ending the build by them. */
    void say(List<Cause> causes) {
        causes.forEach(cause -> lines.add(new Line(cause.severity(), cause.line())));
    }

    void warning(String line) {
        lines.add(new Line(Severity.WARNING, line));
    }

    void error(String line) {
        lines.add(new Line(Severity.ERROR, line));
    }

    /** Ends the build with a message of its own. */
    void fail(String message) {
        failure = message;
    }

    /** Whether the problems so far end the build. */
    boolean stopsTheBuild() {
        return !stopping().isEmpty();
    }

    /** Whether something was already said about a file. */
    boolean hasProblemAt(Path file) {
        return found().anyMatch(problem -> problem.origin().source().equals(shown(file)));
    }

    /** The warnings and information found about the model and the output, so that a later run can repeat them. */
    List<String> warningsAndInfos() {
        Stream<Line> warnings = lines.stream().filter(line -> line.severity() == Severity.WARNING);
        return Stream.concat(found().map(Report::line), warnings)
                .map(line -> line.severity() + " " + line.text())
                .toList();
    }

    /** Says again what an earlier run said. */
    void repeat(List<String> warningsAndInfos) {
        for (String said : warningsAndInfos) {
            boolean warning = said.startsWith(Severity.WARNING + " ");
            lines.add(new Line(warning ? Severity.WARNING : Severity.INFO, said.substring(said.indexOf(' ') + 1)));
        }
    }

    /** Logs everything and, where there is a reason, fails the build. */
    void conclude(Log log) throws MojoExecutionException, MojoFailureException {
        Stream.concat(found().map(Report::line), lines.stream()).forEach(line -> log(line, log));
        if (found().anyMatch(problem -> problem.code() == ProblemCode.WRITE_FAILED)) {
            throw new MojoExecutionException("The output folder cannot be read or written; see " + page(stopping()));
        }
        if (failure != null) {
            throw new MojoFailureException(failure);
        }
        if (stopsTheBuild()) {
            throw new MojoFailureException(summary(stopping()));
        }
    }

    private Stream<Problem> found() {
        return problems.sorted().stream().map(paths::relative);
    }

    private List<Problem> stopping() {
        return found().filter(problem -> isStopping(problem.severity())).toList();
    }

    private boolean isStopping(Severity severity) {
        return switch (severity) {
            case ERROR -> true;
            case WARNING -> strict;
            case INFO -> false;
        };
    }

    private static Line line(Problem problem) {
        return new Line(problem.severity(), problem.toString());
    }

    private static void log(Line line, Log log) {
        switch (line.severity()) {
            case ERROR -> log.error(Colours.of(line.text()));
            case WARNING -> log.warn(Colours.of(line.text()));
            case INFO -> log.info(Colours.of(line.text()));
        }
    }

    private static String summary(List<Problem> stopping) {
        boolean warnings = stopping.stream().allMatch(problem -> problem.severity() == Severity.WARNING);
        boolean model =
                stopping.stream().allMatch(problem -> problem.code().id().compareTo("MESH03") < 0);
        return stopping.size() + (warnings ? " warning" : " problem") + (stopping.size() == 1 ? "" : "s")
                + (model ? " in the mesh model" : "") + (warnings ? ", and mesh.strict is set" : "")
                + "; nothing was written. See " + page(stopping);
    }

    private static String page(List<Problem> about) {
        List<String> ids = about.stream()
                .map(problem -> problem.code().id())
                .distinct()
                .sorted()
                .toList();
        return ids.stream().limit(5).collect(Collectors.joining(".md, ", "docs/problems/", ".md"))
                + (ids.size() > 5 ? ", ..." : "");
    }
}
