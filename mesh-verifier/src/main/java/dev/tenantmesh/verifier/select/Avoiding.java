package dev.tenantmesh.verifier.select;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds labels that one selector selects and others do not. A selector is missed by missing any of its requirements, so
 * there may be many ways.
 */
public final class Avoiding {

    /** More ways than this are not gone through. */
    public static final int MOST_WAYS = 4096;

    private Avoiding() {}

    /**
     * The labels of every way to be selected and to miss some of the others, the plainest first; empty if there are more
     * ways than {@link #MOST_WAYS}. Where the fewest labels of a way miss a selector already, nothing has to be done to miss
     * it, so that only what selects them leads to further ways.
     */
    public static Optional<Set<SortedMap<String, String>>> ways(LabelSelector wanted, List<LabelSelector> others) {
        Set<LabelSelector> ways = new LinkedHashSet<>(List.of(wanted));
        Deque<LabelSelector> open = new ArrayDeque<>(ways);
        Set<SortedMap<String, String>> all = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            LabelSelector way = open.remove();
            Optional<SortedMap<String, String>> labels = Satisfying.all(List.of(way));
            if (labels.isPresent()) {
                all.add(labels.get());
                others.stream()
                        .filter(other -> other.selects(labels.get()))
                        .flatMap(other -> other.requirements().stream())
                        .map(requirement -> and(way, negated(requirement)))
                        .filter(ways::add)
                        .forEach(open::add);
            }
            if (ways.size() > MOST_WAYS) {
                return Optional.empty();
            }
        }
        return Optional.of(all);
    }

    private static LabelSelector and(LabelSelector selector, Requirement requirement) {
        return new LabelSelector(Stream.concat(selector.requirements().stream(), Stream.of(requirement))
                .distinct()
                .sorted(Comparator.comparing(Requirement::toString))
                .toList());
    }

    private static Requirement negated(Requirement requirement) {
        return switch (requirement.operator()) {
            case IN -> new Requirement(requirement.key(), Requirement.Operator.NOT_IN, requirement.values());
            case NOT_IN -> new Requirement(requirement.key(), Requirement.Operator.IN, requirement.values());
            case EXISTS -> new Requirement(requirement.key(), Requirement.Operator.DOES_NOT_EXIST, new TreeSet<>());
            case DOES_NOT_EXIST -> new Requirement(requirement.key(), Requirement.Operator.EXISTS, new TreeSet<>());
        };
    }
}
