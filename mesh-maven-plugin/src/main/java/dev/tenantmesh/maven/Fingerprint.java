package dev.tenantmesh.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Tells whether files are the same as before. */
final class Fingerprint {

    private Fingerprint() {}

    /** Of the names and contents of all documents of a model, which is a folder or a file, after what was added. */
    static String ofContents(Path model, Sha256 hash) throws IOException {
        for (Path file : documents(model)) {
            hash.add(name(model, file)).add(Files.readAllBytes(file));
        }
        return hash.hex();
    }

    /** The documents of a model, which is a folder or a file, sorted. */
    static List<Path> documents(Path model) throws IOException {
        return files(model, Fingerprint::isDocument);
    }

    /** Of the names, sizes and times of change of all files in a folder: cheap, and an edit is noticed. */
    static String ofTimes(Path folder) throws IOException {
        Sha256 hash = new Sha256();
        if (Files.isDirectory(folder)) {
            for (Path file : files(folder, path -> true)) {
                BasicFileAttributes found =
                        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                hash.add(name(folder, file)).add(found.size() + " " + found.lastModifiedTime());
            }
        }
        return hash.hex();
    }

    private static List<Path> files(Path root, java.util.function.Predicate<Path> wanted) throws IOException {
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(wanted)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isDocument(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json")) && Files.isRegularFile(path);
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString();
    }
}
