package dev.tenantmesh.verifier.select;

import java.util.ArrayList;
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
     * ways than {@link #MOST_WAYS}.
     */
    public static Optional<Set<SortedMap<String, String>>> ways(LabelSelector wanted, List<LabelSelector> others) {
        List<LabelSelector> ways = new ArrayList<>(List.of(wanted));
        for (LabelSelector other : others) {
            List<LabelSelector> missing = ways.stream()
                    .flatMap(way -> other.requirements().stream().map(requirement -> and(way, negated(requirement))))
                    .filter(way -> Satisfying.all(List.of(way)).isPresent())
                    .distinct()
                    .toList();
            ways.addAll(missing.stream().filter(way -> !ways.contains(way)).toList());
            if (ways.size() > MOST_WAYS) {
                return Optional.empty();
            }
        }
        Set<SortedMap<String, String>> labels = new LinkedHashSet<>();
        ways.forEach(way -> Satisfying.all(List.of(way)).ifPresent(labels::add));
        return Optional.of(labels);
    }

    private static LabelSelector and(LabelSelector selector, Requirement requirement) {
        return new LabelSelector(Stream.concat(selector.requirements().stream(), Stream.of(requirement))
                .distinct()
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
