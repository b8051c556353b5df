package dev.tenantmesh.model;

import dev.tenantmesh.model.yaml.Origins;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives every record of a model built in Java a path, such as {@code tenant/payments/namespaces/0}. */
final class ModelPaths {

    private ModelPaths() {}

    static void name(Record record, String path, Origins origins) {
        origins.nameModel(record, path);
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(record, component);
            String below = path + "/" + component.getName();
            if (value instanceof Record inner) {
                name(inner, below, origins);
            } else if (value instanceof List<?> items) {
                nameItems(items, below, origins);
            }
        }
    }

    private static void nameItems(List<?> items, String path, Origins origins) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Record inner) {
                name(inner, path + "/" + i, origins);
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
