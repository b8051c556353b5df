package dev.tenantmesh.model.yaml;

import dev.tenantmesh.model.problem.Origin;
import java.util.List;

/** A list in the order written. */
public record ListNode(List<Node> items, Origin origin) implements Node {

    public ListNode {
        items = List.copyOf(items);
    }
}
