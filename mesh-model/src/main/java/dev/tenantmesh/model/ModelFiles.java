package dev.tenantmesh.model;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** Finds the files of a model, sorted, and names each as the user would. */
final class ModelFiles {

    private static final int MOST_FILES = 10_000;
    private static final int DEEPEST = 16;

    /**
     * A file of a model.
     *
     * @param source its name in messages, with {@code /}
     * @param place its path within the model folder, with {@code /}; just its name if it was given by itself
     * @param path where it is
     * @param root the model folder; the file's own folder if it was given by itself
     */
    record ModelFile(String source, String place, Path path, Path root) {}

    /**
     * What was found.
     *
     * @param files mesh documents
     * @param raw raw manifests, which are read only if a document names them
     * @param problems what went wrong on the way
     */
    record Found(List<ModelFile> files, List<ModelFile> raw, Problems problems) {}

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
        files.forEach(file -> all.merge(file.path().toAbsolutePath().normalize(), file, deeper));
        return all.values().stream()
                .sorted(Comparator.comparing(ModelFile::source))
                .toList();
    }

    private static List<ModelFile> single(Path file, Problems problems) {
        if (Files.isRegularFile(file)) {
            return List.of(new ModelFile(slashed(file), slashed(file.getFileName()), file, folderOf(file)));
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
                    .map(path -> new ModelFile(slashed(path), slashed(root.relativize(path)), path, root))
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

    private static boolean isYaml(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(path);
    }

    private static Path folderOf(Path file) {
        return file.toAbsolutePath().normalize().resolveSibling("");
    }

    static String slashed(Path path) {
        return path.normalize().toString().replace('\\', '/');
    }
}
