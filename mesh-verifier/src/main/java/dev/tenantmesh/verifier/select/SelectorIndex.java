package dev.tenantmesh.verifier.select;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds what selects some labels without asking all of it: whatever asks for a label of certain values is asked only about
 * what carries one of them.
 */
public final class SelectorIndex<T> {

    private final Function<T, LabelSelector> selector;
    private final Map<Map.Entry<String, String>, List<Placed<T>>> byLabel = new HashMap<>();
    private final List<Placed<T>> others = new ArrayList<>();

    /** One of them, and its place among all. */
    private record Placed<T>(int place, T one) implements Comparable<Placed<T>> {

        @Override
        public int compareTo(Placed<T> other) {
            return Integer.compare(place, other.place);
        }
    }

    /** @param selector what each of them selects by */
    public SelectorIndex(Collection<T> all, Function<T, LabelSelector> selector) {
        this.selector = selector;
        int place = 0;
        for (T one : all) {
            add(new Placed<>(place++, one));
        }
    }

    private void add(Placed<T> placed) {
        Optional<Requirement> wanted = selector.apply(placed.one()).requirements().stream()
                .filter(requirement -> requirement.operator() == Requirement.Operator.IN)
                .findFirst();
        if (wanted.isEmpty()) {
            others.add(placed);
        } else {
            wanted.get()
                    .values()
                    .forEach(value -> byLabel.computeIfAbsent(
                                    Map.entry(wanted.get().key(), value), absent -> new ArrayList<>())
                            .add(placed));
        }
    }

    /** Those that select these labels, in their own order. */
    public Stream<T> selecting(Map<String, String> labels) {
        Stream<Placed<T>> carried = labels.entrySet().stream()
                .flatMap(
                        label -> byLabel.getOrDefault(Map.entry(label.getKey(), label.getValue()), List.of()).stream());
        return Stream.concat(others.stream(), carried)
                .filter(placed -> selector.apply(placed.one()).selects(labels))
                .sorted()
                .map(Placed::one);
    }
}
