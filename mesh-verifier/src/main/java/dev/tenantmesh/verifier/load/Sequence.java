package dev.tenantmesh.verifier.load;

import dev.tenantmesh.model.problem.Origin;
import java.util.List;

/** A list in the order written. */
public record Sequence(List<Value> items, Origin origin) implements Value {

    public Sequence {
        items = List.copyOf(items);
    }
}
