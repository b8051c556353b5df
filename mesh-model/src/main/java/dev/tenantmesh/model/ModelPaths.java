package dev.tenantmesh.model;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.Origins;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives every record of a model built in Java a path, such as {@code tenant/payments/namespaces/0}, and reports what a
 * builder was not given.
 */
record ModelPaths(Origins origins, Problems problems) {

    void name(Record record, String path) {
        origins.nameModel(record, path);
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(record, component);
            String below = path + "/" + component.getName();
            if (value instanceof Record inner) {
                name(inner, below);
            } else if (value instanceof List<?> items) {
                nameItems(items, below);
            } else if (value == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                String why = "The key '" + component.getName() + "' is missing.";
                problems.error(ProblemCode.MISSING_KEY, Origin.ofModel(path), "", why, "Give it to the builder.");
            }
        }
    }

    private void nameItems(List<?> items, String path) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Record inner) {
                name(inner, path + "/" + i);
            }
        }
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }
}
