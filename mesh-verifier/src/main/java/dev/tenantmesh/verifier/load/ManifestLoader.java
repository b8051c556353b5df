package dev.tenantmesh.verifier.load;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    private ManifestLoader(LoadOptions options, Problems problems) {
        this.options = options;
        this.problems = problems;
        this.collector = new ManifestCollector(options.defaultNamespace(), problems);
    }

    /** Everything below some folders and in some files, in any order with the same result. */
    public static Manifests load(List<Path> roots, LoadOptions options, Problems problems) {
        ManifestLoader loader = new ManifestLoader(options, problems);
        List<Path> files = new ArrayList<>();
        roots.forEach(root -> files.addAll(loader.files(root)));
        ComponentFolders components = ComponentFolders.among(files, options);
        components.folders().stream().sorted().forEach(loader::leftOut);
        files.stream()
                .filter(file -> !components.contain(file))
                .distinct()
                .sorted()
                .limit(options.files())
                .forEach(loader::load);
        if (files.size() > options.files()) {
            problems.error(
                    ProblemCode.LIMIT_EXCEEDED,
                    Origin.ofFile(loader.slashed(roots.get(0))),
                    "",
                    "There are more than " + options.files() + " files here.",
                    "Name the folder with the manifests itself.");
        }
        return loader.collector.manifests();
    }

    /** The objects of one text. */
    public static Manifests read(String source, String text, Problems problems) {
        ManifestLoader loader = new ManifestLoader(LoadOptions.DEFAULT, problems);
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
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json")) && Files.isRegularFile(path);
    }

    private void load(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(options.fileBytes() + 1);
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

    private void leftOut(Path component) {
        problems.info(
                ProblemCode.NOT_A_MANIFEST,
                Origin.ofFile(slashed(component)),
                "",
                "A kustomize component changes objects that stand elsewhere, so its folder is not read.",
                "Nothing to do if nothing includes it; else have kustomize build the manifests and name its output.");
    }

    private void unreadable(Path path, String why) {
        problems.error(
                ProblemCode.UNREADABLE_FILE, Origin.ofFile(slashed(path)), "", why, "Name a file or folder to read.");
    }

    private String slashed(Path path) {
        Path normal = path.normalize();
        boolean below = !options.base().toString().isEmpty() && normal.startsWith(options.base());
        return (below ? options.base().relativize(normal) : normal).toString().replace('\\', '/');
    }
}
