package dev.tenantmesh.model;

import dev.tenantmesh.model.yaml.DocumentReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads mesh documents out of one part of a class path: a jar or a folder. Whatever else stands there holds none. */
final class ClassPathRoot {

    /**
     * A document.
     *
     * @param root the jar or folder it is in
     * @param copy tells apart entries of one name, which a jar may have; counted from 0
     * @param name its path below the root, with {@code /}
     * @param place its path within the folder asked for; just its name if it was asked for by itself
     * @param content what it says, cut off where it is too much for a document
     */
    record Entry(Path root, int copy, String name, String place, ModelFiles.Content content) {}

    private ClassPathRoot() {}

    /**
     * The documents at a place, sorted by name; one more than allowed where there are too many.
     *
     * @param place a folder, or a file that ends in {@code .yaml} or {@code .yml}
     * @throws IllegalArgumentException if the jar has a name that leads elsewhere
     */
    static List<Entry> entries(Path root, String place) throws IOException {
        if (Files.isDirectory(root)) {
            return inFolder(root, place);
        }
        String name = root.toString().toLowerCase(Locale.ROOT);
        boolean jar = (name.endsWith(".jar") || name.endsWith(".zip")) && Files.isRegularFile(root);
        return jar ? inJar(root, place) : List.of();
    }

    private static List<Entry> inFolder(Path root, String place) throws IOException {
        Path asked = root.resolve(place);
        if (!Files.exists(asked)) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> found = Files.walk(asked, ModelFiles.DEEPEST)) {
            files = found.filter(ModelFiles::isYaml)
                    .limit(ModelFiles.MOST_FILES + 1L)
                    .sorted()
                    .toList();
        }
        List<Entry> entries = new ArrayList<>();
        for (Path file : files) {
            String name = ModelFiles.slashed(root.relativize(file));
            try (InputStream in = Files.newInputStream(file)) {
                entries.add(entry(root, 0, name, place, in));
            }
        }
        return entries;
    }

    private static List<Entry> inJar(Path root, String place) throws IOException {
        try (ZipFile jar = new ZipFile(root.toFile())) {
            List<? extends ZipEntry> found = Collections.list(jar.entries()).stream()
                    .filter(entry -> !entry.isDirectory() && isAt(entry.getName(), place))
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .limit(ModelFiles.MOST_FILES + 1L)
                    .toList();
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < found.size(); i++) {
                String name = found.get(i).getName();
                int copy = i > 0 && entries.get(i - 1).name().equals(name)
                        ? entries.get(i - 1).copy() + 1
                        : 0;
                try (InputStream in = jar.getInputStream(found.get(i))) {
                    entries.add(entry(root, copy, name, place, in));
                }
            }
            return entries;
        }
    }

    private static boolean isAt(String name, String place) {
        return ModelFiles.isYaml(name) && (name.equals(place) || name.startsWith(folder(place)));
    }

    private static Entry entry(Path root, int copy, String name, String place, InputStream in) throws IOException {
        if (!Path.of(name).normalize().equals(Path.of(name)) || name.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("A name that leads elsewhere: " + name);
        }
        String within = name.startsWith(folder(place))
                ? name.substring(folder(place).length())
                : name.substring(name.lastIndexOf('/') + 1);
        byte[] content = in.readNBytes(DocumentReader.MAX_BYTES + 1);
        return new Entry(root, copy, name, within, () -> new ByteArrayInputStream(content));
    }

    private static String folder(String place) {
        return place.endsWith("/") ? place : place + "/";
    }
}
