package dev.tenantmesh.generator.manifest.folder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which files of a folder are ours, with the hash of what we wrote. One index per folder, so that two pull requests
 * that touch different folders never meet in one file.
 */
final class FolderIndex {

    static final String FILE = ".mesh-index";

    /** Names the folder: an index that was copied along with its folder must not claim the copies. */
    private static final String TITLE = "# Files that Tenant Mesh generated in %s%s, with the SHA-256 of each.\n";

    private static final Pattern TITLE_LINE = Pattern.compile("# .* in (\\S+?)(?: for tenant ([a-z0-9-]+))?, .*");

    /** Only names that we make: so an index can never lead out of its folder. */
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([a-z0-9][a-z0-9._-]*\\.yaml)");

    private final String folder;
    private final Optional<String> owner;
    private final SortedMap<String, String> hashes;

    /** @param owner the tenant that the folder belongs to; empty where it is the platform's */
    FolderIndex(String folder, Optional<String> owner, Map<String, String> hashesByName) {
        this.folder = folder;
        this.owner = owner;
        this.hashes = new TreeMap<>(hashesByName);
    }

    /**
     * The index that a text holds.
     *
     * @throws IllegalArgumentException naming the first line that is not one of an index of this folder
     */
    static FolderIndex parse(String folder, String text) {
        List<String> lines = text.lines().toList();
        requireTitle(folder, lines.isEmpty() ? "" : lines.get(0));
        Map<String, String> hashes = new TreeMap<>();
        for (int number = 2; number <= lines.size(); number++) {
            Matcher line = LINE.matcher(lines.get(number - 1));
            if (!line.matches() || hashes.put(line.group(2), line.group(1)) != null) {
                throw new IllegalArgumentException(
                        "Line " + number + " is not '<sha256>  <file name>', once per file.");
            }
        }
        return new FolderIndex(folder, ownerIn(text), hashes);
    }

    /** The tenant that an index says its folder belongs to; empty where it names none, or is no index. */
    static Optional<String> ownerIn(String text) {
        return text.lines()
                .findFirst()
                .map(TITLE_LINE::matcher)
                .filter(Matcher::matches)
                .map(title -> title.group(2));
    }

    private static void requireTitle(String folder, String line) {
        Matcher title = TITLE_LINE.matcher(line);
        if (!title.matches()) {
            throw new IllegalArgumentException("Line 1 is not the title of an index.");
        }
        if (!title.group(1).equals(folder)) {
            throw new IllegalArgumentException(
                    "It is the index of " + title.group(1) + ": the folder was copied or moved.");
        }
    }

    /** The hash of a file as we wrote it; null when the file is not ours. */
    @Nullable
    String hashOf(String name) {
        return hashes.get(name);
    }

    /** The names of our files, sorted. */
    List<String> names() {
        return List.copyOf(hashes.keySet());
    }

    private String title() {
        return TITLE.formatted(
                folder, owner.map(tenant -> " for tenant " + tenant).orElse(""));
    }

    String text() {
        return hashes.entrySet().stream()
                .map(entry -> entry.getValue() + "  " + entry.getKey() + "\n")
                .collect(Collectors.joining("", title(), ""));
    }
}
