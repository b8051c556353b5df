package dev.tenantmesh.model;

import dev.tenantmesh.model.ClassPathRoot.Entry;
import dev.tenantmesh.model.ModelFiles.ModelFile;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds imported documents on a class path; a folder that several jars have is read from all of them. */
final class ClassPathFiles {

    private static final String SCHEME = "classpath:";

    /** A folder or a file: never all there is, never out of the class path, and the same on every machine. */
    private static final Pattern PLACE = Pattern.compile("[\\w$-][\\w$.-]*(/[\\w$-][\\w$.-]*)*/?");

    private final List<Path> classPath;
    private final Problems problems = new Problems();
    private final SortedMap<String, List<Entry>> byName = new TreeMap<>();

    private ClassPathFiles(List<Path> classPath) {
        this.classPath = classPath;
    }

    static ModelFiles.Found at(List<String> locations, List<Path> classPath) {
        ClassPathFiles files = new ClassPathFiles(classPath.stream().distinct().toList());
        locations.stream().distinct().forEach(files::find);
        files.byName.forEach(files::refuseSeveral);
        List<ModelFile> found = files.byName.values().stream()
                .map(entries -> entries.get(0))
                .map(entry -> new ModelFile(SCHEME + entry.name(), entry.place(), entry.content(), null))
                .toList();
        return new ModelFiles.Found(found, List.of(), files.problems);
    }

    private void find(String location) {
        String place = location.startsWith(SCHEME) ? location.substring(SCHEME.length()) : "";
        if (!PLACE.matcher(place).matches()) {
            problems.error(
                    ProblemCode.SETTING_INVALID,
                    Origin.ofModel("mesh.imports"),
                    location,
                    "This is not a place on the class path.",
                    "Write `classpath:` and a folder or a file, such as classpath:acme-mesh/.");
            return;
        }
        List<Entry> found = new ArrayList<>();
        classPath.forEach(root -> found.addAll(find(root, place)));
        if (found.isEmpty() && !problems.hasErrors()) {
            problems.error(
                    ProblemCode.IMPORT_NOT_FOUND,
                    Origin.ofModel("mesh.imports"),
                    location,
                    "No jar on the class path holds mesh documents there.",
                    "Name the jar under the plugin's <dependencies>, or correct the place.");
        }
        found.forEach(this::add);
    }

    private List<Entry> find(Path root, String place) {
        String shown = shown(root);
        try {
            List<Entry> found = ClassPathRoot.entries(root, place);
            if (found.size() > ModelFiles.MOST_FILES) {
                String why = "There are more than " + ModelFiles.MOST_FILES + " files here.";
                problems.error(
                        ProblemCode.LIMIT_EXCEEDED, Origin.ofFile(shown), place, why, "Name a folder of its own.");
                return List.of();
            }
            return found.stream().filter(ClassPathFiles::isDocument).toList();
        } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
            problems.error(
                    ProblemCode.UNREADABLE_FILE,
                    Origin.ofFile(shown),
                    place,
                    "What the class path holds here cannot be read.",
                    "Build or download the jar anew.");
            return List.of();
        }
    }

    /** Raw manifests may lie beside documents; whoever renders here cannot take them in from a class path. */
    private static boolean isDocument(Entry entry) {
        return !ManifestFiles.isRaw(Path.of(entry.place()));
    }

    /** Two places may overlap, and then find one file twice; what is known best of its place counts. */
    private void add(Entry entry) {
        List<Entry> same = byName.computeIfAbsent(entry.name(), absent -> new ArrayList<>());
        for (int i = 0; i < same.size(); i++) {
            if (same.get(i).root().equals(entry.root()) && same.get(i).copy() == entry.copy()) {
                if (entry.place().length() > same.get(i).place().length()) {
                    same.set(i, entry);
                }
                return;
            }
        }
        same.add(entry);
    }

    private void refuseSeveral(String name, List<Entry> entries) {
        if (entries.size() > 1) {
            String jars =
                    entries.stream().map(entry -> shown(entry.root())).sorted().collect(Collectors.joining(", "));
            problems.error(
                    ProblemCode.IMPORT_AMBIGUOUS,
                    Origin.ofFile(SCHEME + name),
                    "",
                    "It stands in several places: " + jars + ".",
                    "Keep one of them, or give each jar a folder of its own.");
        }
    }

    /** Its name only: where it lies differs from machine to machine. */
    private static String shown(Path root) {
        Path name = root.getFileName();
        return name == null ? "class path" : name.toString();
    }
}
