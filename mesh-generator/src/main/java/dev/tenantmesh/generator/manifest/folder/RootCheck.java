package dev.tenantmesh.generator.manifest.folder;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refuses output folders in which writing or deleting by mistake would hurt. */
final class RootCheck {

    private static final String FIX = "Choose a folder of its own for the generated files, such as deploy.";

    private final Path real;
    private final WriteScope scope;

    private RootCheck(Path real, WriteScope scope) {
        this.real = real;
        this.scope = scope;
    }

    /** Whether files may be written below a folder; reports why not. */
    static boolean accepts(OutputFolder output, WriteScope scope, Problems problems) throws IOException {
        Optional<String> refusal = new RootCheck(realPath(output.root()), scope).refusal();
        Origin origin = output.originOf("");
        refusal.ifPresent(why -> problems.error(ProblemCode.OUTPUT_FOLDER_REFUSED, origin, "", why, FIX));
        return refusal.isEmpty();
    }

    /** Where a path really leads: links above it are followed, parts that do not exist yet are kept. */
    static Path realPath(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        if (Files.exists(absolute) || absolute.getParent() == null) {
            return absolute.toRealPath();
        }
        return realPath(absolute.getParent()).resolve(absolute.getFileName());
    }

    private Optional<String> refusal() throws IOException {
        Path project = scope.projectRoot() == null ? null : realPath(scope.projectRoot());
        if (real.getParent() == null) {
            return Optional.of("It is the root of the file system.");
        }
        if (realPath(Path.of(System.getProperty("user.home"))).startsWith(real)) {
            return Optional.of("It is, or holds, your home folder.");
        }
        if (project != null && project.startsWith(real)) {
            return Optional.of("It is, or holds, the project's own folder.");
        }
        if (Files.exists(real.resolve(".git"), LinkOption.NOFOLLOW_LINKS) || isInsideGit()) {
            return Optional.of("It is the top of a git repository or inside its .git folder.");
        }
        return Optional.ofNullable(isOutside(project) ? "It lies outside the project." : null);
    }

    private boolean isInsideGit() {
        for (Path part : real) {
            if (part.toString().equalsIgnoreCase(".git")) {
                return true;
            }
        }
        return false;
    }

    private boolean isOutside(@Nullable Path project) {
        return project != null && !scope.allowOutside() && !real.startsWith(project);
    }
}
