package dev.tenantmesh.model.yaml;

import dev.tenantmesh.model.problem.Origin;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which record came from which node, so that rules can point at the place. Records are told apart by
 * identity: two equal records stand at two places. A record that was built in Java has no place in a file; its origin
 * is a model path, either a registered one or the name of its type.
 */
public final class Origins {

    private final IdentityHashMap<Record, Node> nodes = new IdentityHashMap<>();
    private final IdentityHashMap<Record, String> paths = new IdentityHashMap<>();

    /** Where a record was written. */
    public Origin of(Record record) {
        Node node = nodes.get(record);
        return node == null ? Origin.ofModel(path(record)) : node.origin();
    }

    /** Where the value of a key was written; the place of the record if the key was left out. */
    public Origin of(Record record, String key) {
        Node node = nodes.get(record);
        if (node == null) {
            return Origin.ofModel(path(record) + "/" + key);
        }
        Node value = value(node, key);
        return value == null ? node.origin() : value.origin();
    }

    /** Where an item of a list was written, counted from 0. */
    public Origin of(Record record, String key, int index) {
        Node node = nodes.get(record);
        if (node == null) {
            return Origin.ofModel(path(record) + "/" + key + "/" + index);
        }
        return value(node, key) instanceof ListNode list && index < list.items().size()
                ? list.items().get(index).origin()
                : of(record, key);
    }

    /** Where an entry of a map was written, which is the place of its key. */
    public Origin of(Record record, String key, String mapKey) {
        Node node = nodes.get(record);
        if (node == null) {
            return Origin.ofModel(path(record) + "/" + key + "/" + mapKey);
        }
        return value(node, key) instanceof MappingNode map ? map.keyOrigin(mapKey) : of(record, key);
    }

    /** Whether the record was read from a file. */
    public boolean knows(Record record) {
        return nodes.containsKey(record);
    }

    /** Gives a record that was built in Java a path to be found by, such as {@code tenant/payments}. */
    public void nameModel(Record record, String path) {
        paths.put(record, path);
    }

    /** Gives a record that stands for another one the place of that one. */
    public void follow(Record record, Record other) {
        Node node = nodes.get(other);
        if (node == null) {
            paths.put(record, path(other));
        } else {
            nodes.put(record, node);
        }
    }

    void remember(Record record, Node node) {
        nodes.put(record, node);
    }

    private static @Nullable Node value(Node node, String key) {
        return node instanceof MappingNode mapping ? mapping.get(key) : null;
    }

    private String path(Record record) {
        String path = paths.get(record);
        return path == null ? lowerCamel(record.getClass().getSimpleName()) : path;
    }

    private static String lowerCamel(String name) {
        return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
