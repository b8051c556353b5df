package dev.tenantmesh.verifier.load;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Reads files and folders of manifests: YAML streams and JSON, single objects and lists of them. Everything that is
 * wrong is reported; nothing is left out in silence.
 */
public final class ManifestLoader {

    private static final int DEEPEST_FOLDER = 32;

    private final LoadOptions options;
    private final Problems problems;
    private final ManifestCollector collector;
    private final FileContents contents;
    private final String prefix;

    private ManifestLoader(FileContents contents, String prefix, LoadOptions options, Problems problems) {
        this.contents = contents;
        this.prefix = prefix;
        this.options = options;
        this.problems = problems;
        this.collector = new ManifestCollector(options.defaultNamespace(), problems);
    }

    /** Everything below some folders and in some files, in any order with the same result. */
    public static Manifests load(List<Path> roots, LoadOptions options, Problems problems) {
        ManifestLoader loader = new ManifestLoader(FileContents.ON_DISK, "", options, problems);
        List<Path> files = new ArrayList<>();
        roots.forEach(root -> files.addAll(loader.files(root)));
        return loader.all(files, roots);
    }

    /**
     * Files that are in memory, as of a commit, under the same rules and limits as files of a disk.
     *
     * @param files their bytes, by their paths with {@code /}; those that are no manifests by their names are left out
     * @param prefix what is written before the paths in problems and answers, such as {@code HEAD:}
     */
    public static Manifests load(
            SortedMap<String, byte[]> files, String prefix, LoadOptions options, Problems problems) {
        Map<Path, byte[]> contents = new HashMap<>();
        files.forEach((path, content) -> contents.put(Path.of(path), content));
        FileContents inMemory = (file, most) -> {
            byte[] content = contents.getOrDefault(file, new byte[0]);
            return content.length > most ? Arrays.copyOf(content, most) : content;
        };
        ManifestLoader loader = new ManifestLoader(inMemory, prefix, options, problems);
        List<Path> named = contents.keySet().stream()
                .filter(ManifestLoader::isNamedAsManifest)
                .sorted()
                .toList();
        return loader.all(named, named);
    }

    private Manifests all(List<Path> files, List<Path> roots) {
        ComponentFolders components = ComponentFolders.among(files, contents, options);
        leftOut(components.folders().stream().sorted().toList());
        files.stream()
                .filter(file -> !components.contain(file))
                .distinct()
                .sorted()
                .limit(options.files())
                .forEach(this::load);
        if (files.size() > options.files()) {
            problems.error(
                    ProblemCode.LIMIT_EXCEEDED,
                    Origin.ofFile(slashed(roots.get(0))),
                    "",
                    "There are more than " + options.files() + " files here.",
                    "Name the folder with the manifests itself.");
        }
        return collector.manifests();
    }

    /** The objects of one text. */
    public static Manifests read(String source, String text, Problems problems) {
        ManifestLoader loader = new ManifestLoader(FileContents.ON_DISK, "", LoadOptions.DEFAULT, problems);
        loader.take(source, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return loader.collector.manifests();
    }

    private List<Path> files(Path root) {
        if (Files.isRegularFile(root)) {
            return List.of(root);
        }
        try (Stream<Path> found = Files.walk(root, DEEPEST_FOLDER)) {
            return found.filter(ManifestLoader::isManifestFile).toList();
        } catch (IOException | UncheckedIOException e) {
            unreadable(root, "There is no such folder, or it cannot be listed.");
            return List.of();
        }
    }

    private static boolean isManifestFile(Path path) {
        return isNamedAsManifest(path) && Files.isRegularFile(path);
    }

    private static boolean isNamedAsManifest(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }

    private void load(Path file) {
        try {
            byte[] content = contents.read(file, options.fileBytes() + 1);
            if (content.length > options.fileBytes()) {
                String why = "The file has more than " + options.fileBytes() + " bytes.";
                problems.error(ProblemCode.LIMIT_EXCEEDED, Origin.ofFile(slashed(file)), "", why, "Split it.");
            } else {
                take(slashed(file), content);
            }
        } catch (IOException e) {
            unreadable(file, "The file cannot be read.");
        }
    }

    private void take(String source, byte[] content) {
        String text = YamlText.of(source, content, problems);
        if (text != null) {
            YamlDocuments.read(source, text, options, problems).forEach(collector::document);
        }
    }

    private void leftOut(List<Path> components) {
        if (components.isEmpty()) {
            return;
        }
        int others = components.size() - 1;
        problems.info(
                ProblemCode.NOT_A_MANIFEST,
                Origin.ofFile(slashed(components.get(0))),
                "",
                "A kustomize component changes objects that stand elsewhere, so its folder is not read"
                        + (others == 0 ? "." : ", nor are those of " + others + " more."),
                "Nothing to do if nothing includes it; else have kustomize build the manifests and name its output.");
    }

    private void unreadable(Path path, String why) {
        problems.error(
                ProblemCode.UNREADABLE_FILE, Origin.ofFile(slashed(path)), "", why, "Name a file or folder to read.");
    }

    private String slashed(Path path) {
        Path normal = path.normalize();
        boolean below = !options.base().toString().isEmpty() && normal.startsWith(options.base());
        return prefix
                + (below ? options.base().relativize(normal) : normal)
                        .toString()
                        .replace('\\', '/');
    }
}
