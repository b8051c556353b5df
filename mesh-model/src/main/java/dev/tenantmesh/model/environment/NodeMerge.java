package dev.tenantmesh.model.environment;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.ListNode;
import dev.tenantmesh.model.yaml.MappingNode;
import dev.tenantmesh.model.yaml.Node;
import dev.tenantmesh.model.yaml.RefusedNode;
import dev.tenantmesh.model.yaml.ScalarNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts one document over another. Mappings are merged key by key; lists of named items item by item, those of the base
 * first; every other value, also a list of plain values, is replaced as a whole. Each node keeps the place it was
 * written at.
 */
final class NodeMerge {

    /** The keys that tell items of a list apart, the first that an item has. */
    private static final List<String> IDENTITIES = List.of("mesh", "name", "host");

    private final Problems problems;

    NodeMerge(Problems problems) {
        this.problems = problems;
    }

    MappingNode merge(MappingNode base, MappingNode over) {
        Map<String, MappingNode.Entry> merged = new LinkedHashMap<>();
        base.entries().forEach(entry -> merged.put(entry.key().text(), entry));
        for (MappingNode.Entry entry : over.entries()) {
            MappingNode.Entry inherited = merged.get(entry.key().text());
            Node value = inherited == null ? entry.value() : merge(inherited.value(), entry.value(), entry.key());
            merged.put(entry.key().text(), new MappingNode.Entry(entry.key(), value));
        }
        return over.with(List.copyOf(merged.values()), base.isComplete() && over.isComplete());
    }

    private Node merge(Node base, Node over, ScalarNode key) {
        if (base instanceof RefusedNode || over instanceof RefusedNode) {
            return over;
        }
        if (base instanceof MappingNode left && over instanceof MappingNode right) {
            return merge(left, right);
        }
        if (base instanceof ListNode left && over instanceof ListNode right) {
            return merge(left, right, key);
        }
        if (base instanceof ScalarNode && over instanceof ScalarNode) {
            return over;
        }
        conflict(base, over, key, "One is a mapping, a list or a single value, and the other is not.");
        return over;
    }

    private Node merge(ListNode base, ListNode over, ScalarNode key) {
        boolean plain = Stream.concat(base.items().stream(), over.items().stream())
                .noneMatch(item -> item instanceof MappingNode);
        if (plain) {
            return over;
        }
        Map<String, Node> merged = new LinkedHashMap<>();
        for (Node item : base.items()) {
            identity(item).ifPresent(name -> merged.put(name, item));
        }
        if (merged.size() != base.items().size()
                || over.items().stream().anyMatch(item -> identity(item).isEmpty())) {
            conflict(base, over, key, "The items of this list have no names to tell them apart by.");
            return over;
        }
        for (Node item : over.items()) {
            merged.merge(identity(item).orElseThrow(), item, (left, right) -> merge(left, right, key));
        }
        return new ListNode(List.copyOf(merged.values()), over.origin());
    }

    private static Optional<String> identity(Node item) {
        if (item instanceof MappingNode mapping) {
            for (String key : IDENTITIES) {
                if (mapping.get(key) instanceof ScalarNode name) {
                    return Optional.of(key + " " + name.text());
                }
            }
        }
        return Optional.empty();
    }

    private void conflict(Node base, Node over, ScalarNode key, String why) {
        problems.error(
                ProblemCode.BASE_CONFLICT,
                over.origin(),
                key.text(),
                why + " It cannot be merged with what is written at " + base.origin() + ".",
                "Write it in one of the two documents only.");
    }
}
