package dev.tenantmesh.model;

import dev.tenantmesh.model.ModelFiles.Disk;
import dev.tenantmesh.model.ModelFiles.ModelFile;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.raw.RawManifest;
import dev.tenantmesh.model.raw.RawManifestReader;
import dev.tenantmesh.model.yaml.DocumentReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds and reads the files that {@code manifests} names. They lie in folders called {@code manifests}, where nothing
 * is read as a mesh document, below the folder of the model: a path that leaves it, or leads through a symbolic link,
 * could bring in any file of the machine that builds.
 */
final class ManifestFiles {

    /** The folders whose files are raw manifests. */
    static final String FOLDER = "manifests";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
    private static final Pattern PATH =
            Pattern.compile("(?:\\.\\./)*" + NAME.pattern() + "(?:/" + NAME.pattern() + ")*/?");
    private static final int MOST_FILES = 1_000;
    private static final int DEEPEST = 16;

    private final Problems problems;
    private final Map<Path, Origin> taken = new HashMap<>();
    private final Set<Path> passedOver = new HashSet<>();
    private final List<RawManifest> manifests = new ArrayList<>();

    ManifestFiles(Problems problems) {
        this.problems = problems;
    }

    /** Everything read so far. */
    List<RawManifest> manifests() {
        return manifests;
    }

    /**
     * Reads what one entry of {@code manifests} names.
     *
     * @param document the file whose document names it
     * @param owner the Mesh or Tenant
     * @param entry the model entry
     * @param path what was written
     * @param origin where
     */
    void read(ModelFile document, Record owner, String entry, String path, Origin origin) {
        if (document.disk() == null) {
            refuse(
                    origin,
                    path,
                    "The document comes from the class path, where no raw manifests are looked for.",
                    owner instanceof Mesh
                            ? "Set mesh.tenant to render one tenant alone, or keep the document in the model's folder."
                            : "Keep the document and its manifests in the model's folder.");
            return;
        }
        Path base = folderOf(document.disk());
        named(document.disk(), owner, path, origin)
                .forEach(file -> read(document.disk(), owner, entry, new Named(base, file, origin)));
    }

    /** Notes what an entry of a document names that is not rendered: nothing is read, nor said about it. */
    void passOver(ModelFile document, Record owner, String path, Origin origin) {
        if (document.disk() != null) {
            passedOver.addAll(new ManifestFiles(new Problems()).named(document.disk(), owner, path, origin));
        }
    }

    /** The files that an entry leads to; none if it cannot be followed, which is reported. */
    private List<Path> named(Disk document, Record owner, String path, Origin origin) {
        Path root = document.root().toAbsolutePath().normalize();
        if (!PATH.matcher(path).matches()) {
            refuse(origin, path, "This is not a relative path of plain names.", "Write manifests/pod-monitor.yaml.");
            return List.of();
        }
        Path named = folderOf(document).resolve(path).normalize();
        if (!named.startsWith(root) || !isRaw(root.relativize(named))) {
            refuse(
                    origin,
                    path,
                    "It does not lie in a folder called '" + FOLDER + "' of the model.",
                    "Move it to one, such as " + FOLDER + "/ beside the document.");
        } else if (owner instanceof Mesh && TenantFiles.isTenants(root.relativize(named))) {
            refuse(origin, path, "Files of tenants may not speak for the platform.", "Move it out of tenants/.");
        } else {
            return files(root, named, path, origin);
        }
        return List.of();
    }

    private static Path folderOf(Disk document) {
        return document.path().toAbsolutePath().normalize().resolveSibling("");
    }

    /** A file as it is known from the document that names it. */
    private record Named(Path base, Path file, Origin origin) {

        String relative() {
            return ModelFiles.slashed(base.relativize(file));
        }
    }

    /** Whether a path within the model leads to raw manifests. */
    static boolean isRaw(Path inModel) {
        for (Path segment : inModel) {
            if (segment.toString().equals(FOLDER)) {
                return true;
            }
        }
        return false;
    }

    private List<Path> files(Path root, Path named, String path, Origin origin) {
        if (leadsThroughLink(root, named)) {
            refuse(origin, path, "It leads through a symbolic link.", "Put the file itself there.");
            return List.of();
        }
        if (Files.isRegularFile(named, LinkOption.NOFOLLOW_LINKS) && isManifest(named)) {
            return List.of(named);
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.isDirectory(named) ? Files.walk(named, DEEPEST) : Stream.empty()) {
            found.filter(file -> Files.isSymbolicLink(file) || isManifest(file))
                    .sorted()
                    .limit(MOST_FILES + 1L)
                    .forEach(files::add);
        } catch (IOException | java.io.UncheckedIOException e) {
            refuse(origin, path, "The folder cannot be listed.", "Check its permissions.");
            return List.of();
        }
        if (files.isEmpty()) {
            refuse(
                    origin,
                    path,
                    "There is no *.yaml, *.yml or *.json file here.",
                    "Name a file or folder that exists.");
        } else if (files.size() > MOST_FILES) {
            refuse(origin, path, "There are more than " + MOST_FILES + " files here.", "Name fewer.");
            return List.of();
        }
        return files.stream().filter(file -> isPlain(named, file, path, origin)).toList();
    }

    private boolean isPlain(Path named, Path file, String path, Origin origin) {
        Path below = named.relativize(file);
        String shown = ModelFiles.slashed(below);
        if (Files.isSymbolicLink(file)) {
            refuse(origin, path + " " + shown, "It is a symbolic link.", "Put the file itself there.");
            return false;
        }
        for (Path segment : below) {
            if (!NAME.matcher(segment.toString()).matches()) {
                refuse(origin, path + " " + shown, "This is not a plain name.", "Use letters, digits, '-', '_', '.'.");
                return false;
            }
        }
        return true;
    }

    private void read(Disk document, Record owner, String entry, Named named) {
        Origin first = taken.putIfAbsent(named.file(), named.origin());
        String relative = named.relative();
        if (first != null) {
            refuse(named.origin(), relative, "The file is taken in at " + first + " already.", "Name it once.");
            return;
        }
        String source = ModelFiles.slashed(document.path().resolveSibling(relative));
        try (InputStream in = Files.newInputStream(named.file(), LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = in.readNBytes(DocumentReader.MAX_BYTES + 1);
            manifests.addAll(new RawManifestReader(problems).read(owner, entry, relative, source, content));
        } catch (IOException e) {
            refuse(named.origin(), relative, "The file cannot be read.", "Check its permissions.");
        }
    }

    /** Reports the files in {@code manifests} folders that no document names: nothing is there and ignored. */
    void reportUnnamed(List<ModelFile> raw) {
        for (ModelFile file : raw) {
            if (!taken.containsKey(file.absolute()) && !passedOver.contains(file.absolute())) {
                refuse(
                        Origin.ofFile(file.source()),
                        "",
                        "No document names this file, so nothing of it would be taken in.",
                        "Name it under `manifests:` of its Tenant or Mesh; mesh documents lie in other folders.");
            }
        }
    }

    static boolean isManifest(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"))
                && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean leadsThroughLink(Path root, Path named) {
        Path step = root;
        for (Path segment : root.relativize(named)) {
            step = step.resolve(segment);
            if (Files.isSymbolicLink(step)) {
                return true;
            }
        }
        return false;
    }

    private void refuse(Origin origin, String written, String why, String fix) {
        problems.error(ProblemCode.MANIFEST_PATH, origin, written, why, fix);
    }
}
