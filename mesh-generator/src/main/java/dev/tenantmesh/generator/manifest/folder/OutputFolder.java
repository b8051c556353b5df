package dev.tenantmesh.generator.manifest.folder;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The output folder as it stands on the disk. Never follows a symbolic link; reports what stands in the way. */
final class OutputFolder {

    /** {@code <platform>/<cluster>/_components/<tenant>/<namespace>/patches/.mesh-index} is the deepest we write. */
    private static final int DEEPEST_INDEX = 7;

    private enum Kind {
        NOTHING,
        FILE,
        FOLDER,
        OTHER
    }

    private final Path root;
    private final String shown;
    private final Problems problems;

    OutputFolder(Path output, Problems problems) {
        this.root = output.toAbsolutePath().normalize();
        this.shown = slashed(output);
        this.problems = problems;
    }

    Path root() {
        return root;
    }

    Path resolve(String path) {
        return root.resolve(path);
    }

    /** A place to name in a problem, as the user named the folder. */
    Origin originOf(String path) {
        return Origin.ofFile(path.isEmpty() ? shown : shown + "/" + path);
    }

    /** Whether the way to a folder is free: the output folder and each part below it is a folder or not there yet. */
    boolean isFree(String folder) throws IOException {
        String path = "";
        for (String part : ("/" + folder).split("/", -1)) {
            path = path.isEmpty() ? part : path + "/" + part;
            Kind kind = kindOf(path);
            if (kind == Kind.FILE || kind == Kind.OTHER) {
                blocked(path, "A folder belongs here.");
                return false;
            }
        }
        return true;
    }

    /** Whether a file can stand at a path: one does, or nothing yet. */
    boolean canBeFile(String path) throws IOException {
        Kind kind = kindOf(path);
        if (kind == Kind.FOLDER || kind == Kind.OTHER) {
            blocked(path, "A file belongs here.");
        }
        return kind == Kind.FILE || kind == Kind.NOTHING;
    }

    /** What a file says; null when nothing stands there. */
    @Nullable
    Content read(String path) throws IOException {
        return read(resolve(path));
    }

    /** What a file says; null when nothing stands there, or no file. */
    @Nullable
    Content peek(String path) throws IOException {
        return kindOf(path) == Kind.FILE ? read(path) : null;
    }

    static @Nullable Content read(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            return Content.of(in.readAllBytes());
        } catch (NoSuchFileException absent) {
            return null;
        }
    }

    /** The names of everything in a folder that is not a folder itself, sorted; none when there is no folder. */
    List<String> filesIn(String folder) throws IOException {
        if (kindOf(folder) != Kind.FOLDER) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(resolve(folder))) {
            return children.filter(child -> !Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS))
                    .map(child -> String.valueOf(child.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    /** The folders below the output folder that hold an index, sorted. */
    List<String> indexedFolders() throws IOException {
        if (kindOf("") != Kind.FOLDER) {
            return List.of();
        }
        try (Stream<Path> found = Files.find(root, DEEPEST_INDEX, (path, attributes) -> isIndex(path))) {
            return found.map(index -> slashed(root.relativize(index.resolveSibling(""))))
                    .sorted()
                    .toList();
        }
    }

    /** The output folder itself has no index, whatever it is called. */
    private boolean isIndex(Path path) {
        return path.endsWith(FolderIndex.FILE) && root.relativize(path).getNameCount() > 1;
    }

    private Kind kindOf(String path) throws IOException {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(resolve(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return found.isDirectory() ? Kind.FOLDER : found.isRegularFile() ? Kind.FILE : Kind.OTHER;
        } catch (NoSuchFileException absent) {
            return Kind.NOTHING;
        }
    }

    private void blocked(String path, String expected) {
        boolean link = Files.isSymbolicLink(resolve(path));
        problems.error(
                link ? ProblemCode.SYMBOLIC_LINK : ProblemCode.FOREIGN_FILE,
                originOf(path),
                "",
                link ? "It is a symbolic link, and nothing is written through one." : expected,
                "Move what stands here elsewhere.");
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
