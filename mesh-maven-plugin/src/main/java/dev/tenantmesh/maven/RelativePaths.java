package dev.tenantmesh.maven;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.Problem;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Shows files as the user knows them: below the base directory without it, and always with {@code /}. */
final class RelativePaths {

    private final Path base;
    private final Pattern absolute;

    RelativePaths(Path base) {
        this.base = base;
        String prefix = slashed(base) + (slashed(base).endsWith("/") ? "" : "/");
        this.absolute = Pattern.compile("(?<![\\w./-])" + Pattern.quote(prefix));
    }

    String shown(Path path) {
        return slashed(path.startsWith(base) && !path.equals(base) ? base.relativize(path) : path);
    }

    /** The problem with its place, and places that its sentences name, relative to the base directory. */
    Problem relative(Problem problem) {
        Origin origin = problem.origin();
        return new Problem(
                problem.code(),
                problem.severity(),
                new Origin(relative(origin.source()), origin.line(), origin.column()),
                problem.written(),
                relative(problem.why()),
                relative(problem.fix()));
    }

    /** A text without the base directory before the paths in it. */
    String relative(String text) {
        return absolute.matcher(text).replaceAll("");
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
