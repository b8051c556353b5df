package dev.tenantmesh.model;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the files of a model, sorted, and names each as the user would. */
final class ModelFiles {

    static final int MOST_FILES = 10_000;
    static final int DEEPEST = 16;

    /**
     * A file of a model.
     *
     * @param source its name in messages, with {@code /}
     * @param place its path within the model folder, with {@code /}; just its name if it was given by itself
     * @param content what it says
     * @param disk where it lies; null: on a class path
     */
    record ModelFile(
            String source,
            String place,
            Content content,
            @Nullable Disk disk) {

        private static ModelFile onDisk(Path path, String place, Path root) {
            return new ModelFile(slashed(path), place, () -> Files.newInputStream(path), new Disk(path, root));
        }

        /** Its path on the disk. */
        Path absolute() {
            return Objects.requireNonNull(disk).path().toAbsolutePath().normalize();
        }
    }

    /** Opens a file. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    /**
     * Where a file lies on the disk.
     *
     * @param path the file
     * @param root the model folder; the file's own folder if it was given by itself
     */
    record Disk(Path path, Path root) {}

    /**
     * What was found.
     *
     * @param files mesh documents
     * @param raw raw manifests, which are read only if a document names them
     * @param problems what went wrong on the way
     */
    record Found(List<ModelFile> files, List<ModelFile> raw, Problems problems) {

        /** These and others. */
        Found and(Found others) {
            Problems all = new Problems();
            all.addAll(problems);
            all.addAll(others.problems);
            return new Found(join(files, others.files), join(raw, others.raw), all);
        }

        private static List<ModelFile> join(List<ModelFile> some, List<ModelFile> others) {
            return Stream.concat(some.stream(), others.stream()).toList();
        }
    }

    private ModelFiles() {}

    static Found below(List<Path> roots) {
        Problems problems = new Problems();
        List<ModelFile> files = new ArrayList<>();
        for (Path root : roots) {
            files.addAll(Files.isDirectory(root) ? walk(root, problems) : single(root, problems));
        }
        List<ModelFile> documents = files.stream().filter(file -> !isRaw(file)).toList();
        if (documents.isEmpty() && !problems.hasErrors()) {
            Origin origin = Origin.ofFile(roots.isEmpty() ? "model" : slashed(roots.get(0)));
            problems.error(
                    ProblemCode.UNREADABLE_FILE,
                    origin,
                    "",
                    "There is no *.yaml file here.",
                    "Write a Platform, a Mesh and a Tenant document, or name the right folder.");
        }
        List<ModelFile> raw = files.stream().filter(ModelFiles::isRaw).toList();
        return new Found(once(documents), once(raw), problems);
    }

    private static boolean isRaw(ModelFile file) {
        return ManifestFiles.isRaw(Path.of(file.place()));
    }

    /** Each file once, though folders may overlap; then what is known best of its place counts. */
    private static List<ModelFile> once(List<ModelFile> files) {
        Map<Path, ModelFile> all = new HashMap<>();
        BinaryOperator<ModelFile> deeper =
                BinaryOperator.maxBy(Comparator.comparing(file -> file.place().length()));
        files.forEach(found -> all.merge(found.absolute(), found, deeper));
        return all.values().stream()
                .sorted(Comparator.comparing(ModelFile::source))
                .toList();
    }

    private static List<ModelFile> single(Path file, Problems problems) {
        if (Files.isRegularFile(file)) {
            return List.of(ModelFile.onDisk(file, slashed(file.getFileName()), folderOf(file)));
        }
        problems.error(
                ProblemCode.UNREADABLE_FILE,
                Origin.ofFile(slashed(file)),
                "",
                "There is no such file.",
                "Name a folder or file that exists.");
        return List.of();
    }

    private static List<ModelFile> walk(Path root, Problems problems) {
        try (Stream<Path> found = Files.walk(root, DEEPEST)) {
            List<ModelFile> files = found.filter(path -> isYaml(path)
                            || (ManifestFiles.isRaw(root.relativize(path)) && ManifestFiles.isManifest(path)))
                    .map(path -> ModelFile.onDisk(path, slashed(root.relativize(path)), root))
                    .limit(MOST_FILES + 1L)
                    .toList();
            if (files.size() > MOST_FILES) {
                problems.error(
                        ProblemCode.LIMIT_EXCEEDED,
                        Origin.ofFile(slashed(root)),
                        "",
                        "There are more than " + MOST_FILES + " files here.",
                        "Name the model folder itself.");
            }
            return files;
        } catch (IOException | java.io.UncheckedIOException e) {
            problems.error(
                    ProblemCode.UNREADABLE_FILE,
                    Origin.ofFile(slashed(root)),
                    "",
                    "The folder cannot be listed.",
                    "Check its permissions.");
            return List.of();
        }
    }

    static boolean isYaml(Path path) {
        return isYaml(path.getFileName().toString()) && Files.isRegularFile(path);
    }

    static boolean isYaml(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml");
    }

    private static Path folderOf(Path file) {
        return file.toAbsolutePath().normalize().resolveSibling("");
    }

    static String slashed(Path path) {
        return path.normalize().toString().replace('\\', '/');
    }
}
