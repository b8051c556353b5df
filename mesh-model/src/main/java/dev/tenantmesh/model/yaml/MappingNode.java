package dev.tenantmesh.model.yaml;

import dev.tenantmesh.model.problem.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keys and their values in the order written; each key stands once. */
public final class MappingNode implements Node {

    /** One key with its value. */
    public record Entry(ScalarNode key, Node value) {}

    private final Map<String, Entry> entries;
    private final boolean complete;
    private final Origin origin;

    /**
     * @param entries with distinct keys
     * @param complete false if entries were refused, reported and left out
     */
    MappingNode(List<Entry> entries, boolean complete, Origin origin) {
        this.entries = entries.stream()
                .collect(Collectors.toMap(
                        entry -> entry.key().text(),
                        Function.identity(),
                        (first, second) -> first,
                        LinkedHashMap::new));
        this.complete = complete;
        this.origin = origin;
    }

    @Override
    public Origin origin() {
        return origin;
    }

    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /** The value of a key, or null if the key was not written. */
    public @Nullable Node get(String key) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.value();
    }

    /** Where a key was written; the place of the whole mapping if it was not. */
    public Origin keyOrigin(String key) {
        Entry entry = entries.get(key);
        return entry == null ? origin : entry.key().origin();
    }

    /** The same mapping without some keys that are read apart, such as {@code apiVersion} and {@code kind}. */
    public MappingNode without(Set<String> keys) {
        List<Entry> kept = entries.values().stream()
                .filter(entry -> !keys.contains(entry.key().text()))
                .toList();
        return new MappingNode(kept, complete, origin);
    }

    /** The same mapping with some of its keys only. */
    public MappingNode only(Set<String> keys) {
        List<Entry> kept = entries.values().stream()
                .filter(entry -> keys.contains(entry.key().text()))
                .toList();
        return new MappingNode(kept, complete, origin);
    }

    /** A mapping at the same place with other entries. */
    public MappingNode with(List<Entry> others, boolean whole) {
        return new MappingNode(others, whole, origin);
    }

    /** The same, where a missing key says nothing, neither here nor in what is within. */
    public MappingNode partial() {
        List<Entry> partial = entries.values().stream()
                .map(entry -> new Entry(entry.key(), partial(entry.value())))
                .toList();
        return new MappingNode(partial, false, origin);
    }

    private static Node partial(Node node) {
        if (node instanceof ListNode list) {
            return new ListNode(list.items().stream().map(MappingNode::partial).toList(), list.origin());
        }
        return node instanceof MappingNode mapping ? mapping.partial() : node;
    }

    /** False if entries were refused and left out, so that a missing key says nothing. */
    public boolean isComplete() {
        return complete;
    }

    @Override
    public String toString() {
        return "MappingNode" + entries.keySet();
    }
}
