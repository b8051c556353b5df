package dev.tenantmesh.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * One model on every supported platform: of the first version of a line of products every file is listed, and of each
 * later one what is different. The newest of a line is written out in full in other cases.
 */
class EveryVersionTest {

    private static final String FIRST = "%s, %d files:%n%n%s%n";

    @Test
    void versionsDifferInWhatIsCommittedAndInNothingElse() throws IOException {
        Map<String, String> rendered = differences();
        for (Map.Entry<String, String> line : rendered.entrySet()) {
            if (Refresh.WANTED) {
                Refresh.write(EveryVersion.FOLDER.resolve(line.getKey()), line.getValue());
            }
        }

        SortedMap<String, String> committed = new TreeMap<>(TextFolder.read(EveryVersion.FOLDER));
        committed.keySet().removeIf(path -> path.startsWith("mesh/"));

        assertThat(TextDifference.between(committed, rendered)).isEmpty();
    }

    @Test
    void nothingIsFoundThatTheUserCouldMend() {
        Set<String> found = EveryVersion.all()
                .flatMap(version -> version.rendering().findings().lines())
                .map(line -> line.replaceAll(".*(MESH\\d{4}).*", "$1"))
                .collect(Collectors.toSet());

        assertThat(found).containsExactlyInAnyOrder("MESH0202", "MESH0225");
    }

    private static Map<String, String> differences() {
        Map<String, List<EveryVersion>> lines = EveryVersion.all()
                .collect(Collectors.groupingBy(EveryVersion::line, TreeMap::new, Collectors.toList()));
        Map<String, String> texts = new TreeMap<>();
        lines.forEach((line, versions) -> texts.put(line + ".txt", text(versions)));
        return texts;
    }

    private static String text(List<EveryVersion> versions) {
        List<String> parts = new ArrayList<>();
        EveryVersion before = versions.get(0);
        parts.add(FIRST.formatted(
                before.profile().product(),
                before.texts().size(),
                String.join("\n", before.texts().keySet())));
        for (EveryVersion version : versions.subList(1, versions.size())) {
            parts.add("%s, compared with %s:%n%n%s%n"
                    .formatted(
                            version.profile().product(),
                            before.profile().version(),
                            changes(before.texts(), version.texts())));
            before = version;
        }
        return String.join("\n", parts);
    }

    /** The lines that differ, once for all files in which they are the same. */
    private static String changes(SortedMap<String, String> before, SortedMap<String, String> after) {
        SortedMap<String, List<String>> files = new TreeMap<>();
        Set<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        for (String path : paths) {
            String change = change(before.get(path), after.get(path));
            if (!change.isEmpty()) {
                files.computeIfAbsent(change, any -> new ArrayList<>()).add(path);
            }
        }
        return files.isEmpty()
                ? "nothing"
                : files.entrySet().stream()
                        .map(change -> String.join("\n", change.getValue()) + "\n" + change.getKey())
                        .sorted()
                        .collect(Collectors.joining("\n"));
    }

    private static String change(String before, String after) {
        if (before == null || after == null) {
            return before == null ? "+ the file\n" : "- the file\n";
        }
        return LineChange.between(before.lines().toList(), after.lines().toList());
    }
}
