package dev.tenantmesh.generator.golden;

import dev.tenantmesh.generator.platform.Division;
import dev.tenantmesh.generator.platform.Trait;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is different between two versions of a product, and why. */
final class VersionChanges {

    private VersionChanges() {}

    /** The lines that differ, once for all files in which they are the same; empty if only the version does. */
    static String between(EveryVersion before, EveryVersion after) {
        SortedMap<String, List<String>> files = new TreeMap<>();
        SortedSet<String> paths = new TreeSet<>(before.texts().keySet());
        paths.addAll(after.texts().keySet());
        for (String path : paths) {
            String change = change(before.texts().get(path), after.texts().get(path));
            if (!change.isEmpty()) {
                files.computeIfAbsent(change, any -> new ArrayList<>()).add(path);
            }
        }
        return files.entrySet().stream()
                .map(change -> change.getValue().stream()
                                .map(path -> "@@ " + path + "\n")
                                .collect(Collectors.joining())
                        + change.getKey())
                .sorted()
                .collect(Collectors.joining());
    }

    /** The reasons of what came with the later version. */
    static List<String> reasons(EveryVersion before, EveryVersion after) {
        List<String> reasons = new ArrayList<>();
        Arrays.stream(Trait.values())
                .filter(trait -> after.profile().has(trait) != before.profile().has(trait))
                .map(Trait::reason)
                .forEach(reasons::add);
        if (!before.profile().attachment().equals(after.profile().attachment())
                && after.profile().attachment().isEmpty()) {
            reasons.add(Division.NETWORK_ATTACHMENT.reason());
        }
        return reasons;
    }

    private static String change(String before, String after) {
        if (before == null || after == null) {
            return before == null ? "+ the whole file\n" : "- the whole file\n";
        }
        List<String> old = before.lines().filter(VersionChanges::isNoVersion).toList();
        List<String> now = after.lines().filter(VersionChanges::isNoVersion).toList();
        return LineChange.between(old, now);
    }

    private static boolean isNoVersion(String line) {
        return !line.startsWith("# helm ") && !line.matches("  version: \"?v[0-9].*");
    }

    /** The files that are not the same for two platforms, besides the version of Istio's kinds. */
    static SortedSet<String> files(EveryVersion one, EveryVersion other) {
        SortedSet<String> paths = new TreeSet<>(one.texts().keySet());
        paths.addAll(other.texts().keySet());
        Map<String, String> left = one.texts();
        Map<String, String> right = other.texts();
        paths.removeIf(path -> comparable(left.get(path)).equals(comparable(right.get(path))));
        return paths;
    }

    private static String comparable(String text) {
        return text == null ? "" : text.replaceAll("\\.istio\\.io/v1(beta1)?\\b", ".istio.io/v1");
    }
}
