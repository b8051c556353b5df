package dev.tenantmesh.verifier.load;

import dev.tenantmesh.model.problem.Origin;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keys and their values in the order written; each key stands once.
 *
 * @param entries by key
 * @param origin its first key
 */
public record Mapping(Map<String, Entry> entries, Origin origin) implements Value {

    /**
     * One key with its value.
     *
     * @param key where the key was written
     * @param value its value
     */
    public record Entry(Origin key, Value value) {}

    public Mapping {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** The value of a key; null if it was not written, or nothing was written behind it. */
    public @Nullable Value get(String key) {
        Entry entry = entries.get(key);
        return entry == null || entry.value().isNothing() ? null : entry.value();
    }

    /** The text of a key whose value is a single one; empty if there is none. */
    public String text(String key) {
        return get(key) instanceof Scalar scalar ? scalar.text() : "";
    }

    /** The mapping behind a key, or behind several in turn; an empty one where there is none. */
    public Mapping at(String... keys) {
        Mapping inner = this;
        for (String key : keys) {
            inner = inner.get(key) instanceof Mapping found ? found : new Mapping(Map.of(), inner.origin());
        }
        return inner;
    }

    /** The mappings in the list behind a key. */
    public List<Mapping> all(String key) {
        return get(key) instanceof Sequence sequence
                ? sequence.items().stream()
                        .filter(Mapping.class::isInstance)
                        .map(Mapping.class::cast)
                        .toList()
                : List.of();
    }

    /** The single values in the list behind a key. */
    public List<String> items(String key) {
        return scalars(key).stream().map(Scalar::text).toList();
    }

    /** The single values in the list behind a key, with their places. */
    public List<Scalar> scalars(String key) {
        return get(key) instanceof Sequence sequence
                ? sequence.items().stream()
                        .filter(item -> item instanceof Scalar && !item.isNothing())
                        .map(Scalar.class::cast)
                        .toList()
                : List.of();
    }

    /** The single values behind a key that holds free keys. */
    public SortedMap<String, String> texts(String key) {
        SortedMap<String, String> texts = new TreeMap<>();
        at(key).entries().forEach((name, entry) -> {
            if (entry.value() instanceof Scalar scalar) {
                texts.put(name, scalar.isNothing() ? "" : scalar.text());
            }
        });
        return texts;
    }

    /** Where a key was written; the mapping's own place if it was not. */
    public Origin originOf(String key) {
        Entry entry = entries.get(key);
        return entry == null ? origin : entry.key();
    }
}
