package dev.tenantmesh.model.yaml;

import dev.tenantmesh.model.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Binds a mapping to a record. */
public final class RecordBinder {

    public RecordBinder(Problems problems, Origins origins) {}

    public <R extends Record> @Nullable R bind(MappingNode node, Class<R> type) {
        return null;
    }
}
