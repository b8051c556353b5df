package dev.tenantmesh.verifier.select;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds labels that meet several selectors at once, with as few labels as that takes: per key the requirements are
 * intersected, so that the cost is that of reading them.
 */
public final class Satisfying {

    /** A value that no selector is likely to name; more of them where one does. */
    private static final String ANY = "any";

    private Satisfying() {}

    /** The labels; empty if nothing can carry them. */
    public static Optional<SortedMap<String, String>> all(Collection<LabelSelector> selectors) {
        Map<String, List<Requirement>> byKey = selectors.stream()
                .flatMap(selector -> selector.requirements().stream())
                .collect(Collectors.groupingBy(Requirement::key, TreeMap::new, Collectors.toList()));
        SortedMap<String, String> labels = new TreeMap<>();
        for (Map.Entry<String, List<Requirement>> key : byKey.entrySet()) {
            boolean absent = key.getValue().stream().allMatch(requirement -> requirement.isMetBy(Map.of()));
            Optional<String> value = absent ? Optional.empty() : value(key.getKey(), key.getValue());
            if (!absent && value.isEmpty()) {
                return Optional.empty();
            }
            value.ifPresent(found -> labels.put(key.getKey(), found));
        }
        return Optional.of(labels);
    }

    private static Optional<String> value(String key, List<Requirement> requirements) {
        SortedSet<String> named = new TreeSet<>();
        requirements.forEach(requirement -> named.addAll(requirement.values()));
        List<String> candidates = new ArrayList<>(named);
        candidates.add(fresh(named));
        return candidates.stream()
                .filter(candidate ->
                        requirements.stream().allMatch(requirement -> requirement.isMetBy(Map.of(key, candidate))))
                .findFirst();
    }

    private static String fresh(SortedSet<String> named) {
        String value = ANY;
        while (named.contains(value)) {
            value += "-other";
        }
        return value;
    }
}
