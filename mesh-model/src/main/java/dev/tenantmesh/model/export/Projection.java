package dev.tenantmesh.model.export;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Copies a record without what stays inside.
 *
 * @param tenant whose it is
 */
record Projection(String tenant) {

    /** The record with every key that crosses the border, and nothing at all others. */
    <R extends Record> R of(R record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        @Nullable
        Object[] values = Arrays.stream(components)
                .map(component ->
                        Border.isCrossedBy(component) ? project(value(record, component)) : nothing(component))
                .toArray();
        return create(record, components, values);
    }

    private @Nullable Object project(@Nullable Object value) {
        if (value instanceof Record inner) {
            Record projected = of(inner);
            return saysNothing(projected) ? null : projected;
        }
        return value instanceof List<?> items
                ? items.stream()
                        .filter(item -> Border.isCrossedBy(item, tenant))
                        .map(this::projectItem)
                        .toList()
                : value;
    }

    private Object projectItem(Object item) {
        return item instanceof Record inner ? of(inner) : item;
    }

    private static @Nullable Object nothing(RecordComponent component) {
        if (component.getType() == List.class) {
            return List.of();
        }
        return component.getType() == Map.class ? Map.of() : null;
    }

    private static boolean saysNothing(Record record) {
        return Arrays.stream(record.getClass().getRecordComponents())
                .map(component -> value(record, component))
                .allMatch(Objects::isNull);
    }

    static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }

    @SuppressWarnings("unchecked") // the class of an R makes an R
    private static <R extends Record> R create(R like, RecordComponent[] components, @Nullable Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = like.getClass().getDeclaredConstructor(types);
            return (R) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot copy a " + like.getClass().getName(), e);
        }
    }
}
