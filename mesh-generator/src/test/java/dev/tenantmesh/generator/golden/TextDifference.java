package dev.tenantmesh.generator.golden;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says how texts differ so that a person sees it at once: a few lines around the part that changed, file by file. */
final class TextDifference {

    private static final int CONTEXT = 3;
    private static final int MOST_FILES = 10;
    private static final int MOST_LINES = 40;

    private TextDifference() {}

    /** Empty if the same files say the same. */
    static String between(Map<String, String> expected, Map<String, String> actual) {
        SortedSet<String> paths = new TreeSet<>(expected.keySet());
        paths.addAll(actual.keySet());
        List<String> different = paths.stream()
                .filter(path -> !expected.getOrDefault(path, "").equals(actual.getOrDefault(path, "")))
                .toList();
        String rest = different.size() > MOST_FILES ? "\nand " + (different.size() - MOST_FILES) + " files more" : "";
        return different.stream()
                        .limit(MOST_FILES)
                        .map(path -> of(path, expected.get(path), actual.get(path)))
                        .collect(Collectors.joining("\n"))
                + rest;
    }

    private static String of(String path, String expected, String actual) {
        if (actual == null) {
            return path + " is expected, and not rendered any more\n";
        }
        if (expected == null) {
            return path + " is rendered, and not expected:\n"
                    + block("+", actual.lines().toList());
        }
        return path + " differs:\n"
                + changed(expected.lines().toList(), actual.lines().toList());
    }

    private static String changed(List<String> expected, List<String> actual) {
        int first = 0;
        int shorter = Math.min(expected.size(), actual.size());
        while (first < shorter && expected.get(first).equals(actual.get(first))) {
            first++;
        }
        int after = 0;
        while (after < shorter - first
                && expected.get(expected.size() - 1 - after).equals(actual.get(actual.size() - 1 - after))) {
            after++;
        }
        int endOfExpected = expected.size() - after;
        return block(" ", expected.subList(Math.max(0, first - CONTEXT), first))
                + block("-", expected.subList(first, endOfExpected))
                + block("+", actual.subList(first, actual.size() - after))
                + block(" ", expected.subList(endOfExpected, Math.min(expected.size(), endOfExpected + CONTEXT)));
    }

    private static String block(String mark, List<String> lines) {
        return lines.stream().limit(MOST_LINES).map(line -> mark + line + "\n").collect(Collectors.joining());
    }
}
