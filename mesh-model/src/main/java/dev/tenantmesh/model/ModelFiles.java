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
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

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
     */
    record ModelFile(String source, String place, Content content) {}

    /** Opens a file. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    /** A file on the disk. */
    private record OnDisk(Path path, ModelFile file) {

        static OnDisk of(Path path, String place) {
            return new OnDisk(path, new ModelFile(slashed(path), place, () -> Files.newInputStream(path)));
        }
    }

    /** The files found, and what went wrong on the way. */
    record Found(List<ModelFile> files, Problems problems) {

        /** These and others. */
        Found and(Found others) {
            Problems all = new Problems();
            all.addAll(problems);
            all.addAll(others.problems);
            return new Found(
                    Stream.concat(files.stream(), others.files.stream()).toList(), all);
        }
    }

    private ModelFiles() {}

    static Found below(List<Path> roots) {
        Problems problems = new Problems();
        List<OnDisk> files = new ArrayList<>();
        for (Path root : roots) {
            files.addAll(Files.isDirectory(root) ? walk(root, problems) : single(root, problems));
        }
        if (files.isEmpty() && !problems.hasErrors()) {
            Origin origin = Origin.ofFile(roots.isEmpty() ? "model" : slashed(roots.get(0)));
            problems.error(
                    ProblemCode.UNREADABLE_FILE,
                    origin,
                    "",
                    "There is no *.yaml file here.",
                    "Write a Platform, a Mesh and a Tenant document, or name the right folder.");
        }
        return new Found(once(files), problems);
    }

    /** Each file once, though folders may overlap; then what is known best of its place counts. */
    private static List<ModelFile> once(List<OnDisk> files) {
        Map<Path, ModelFile> all = new HashMap<>();
        BinaryOperator<ModelFile> deeper =
                BinaryOperator.maxBy(Comparator.comparing(file -> file.place().length()));
        files.forEach(found -> all.merge(found.path().toAbsolutePath().normalize(), found.file(), deeper));
        return all.values().stream()
                .sorted(Comparator.comparing(ModelFile::source))
                .toList();
    }

    private static List<OnDisk> single(Path file, Problems problems) {
        if (Files.isRegularFile(file)) {
            return List.of(OnDisk.of(file, slashed(file.getFileName())));
        }
        problems.error(
                ProblemCode.UNREADABLE_FILE,
                Origin.ofFile(slashed(file)),
                "",
                "There is no such file.",
                "Name a folder or file that exists.");
        return List.of();
    }

    private static List<OnDisk> walk(Path root, Problems problems) {
        try (Stream<Path> found = Files.walk(root, DEEPEST)) {
            List<OnDisk> files = found.filter(ModelFiles::isYaml)
                    .map(path -> OnDisk.of(path, slashed(root.relativize(path))))
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

    static String slashed(Path path) {
        return path.normalize().toString().replace('\\', '/');
    }
}
