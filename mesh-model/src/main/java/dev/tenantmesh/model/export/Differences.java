package dev.tenantmesh.model.export;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the keys in which two records of one kind differ; entries of lists are matched by their names. */
final class Differences {

    private final List<String> paths = new ArrayList<>();

    private Differences() {}

    static List<String> between(Record one, Record other) {
        Differences differences = new Differences();
        differences.compare(one, other, "");
        return List.copyOf(differences.paths);
    }

    private void compare(Record one, Record other, String path) {
        for (RecordComponent component : one.getClass().getRecordComponents()) {
            String below = path.isEmpty() ? component.getName() : path + "/" + component.getName();
            Object left = Projection.value(one, component);
            Object right = Projection.value(other, component);
            if (left instanceof List<?> items && right instanceof List<?> others) {
                compare(byName(items), byName(others), below);
            } else if (!Objects.equals(left, right)) {
                paths.add(below);
            }
        }
    }

    private void compare(Map<String, Object> items, Map<String, Object> others, String path) {
        Set<String> names = new LinkedHashSet<>(items.keySet());
        names.addAll(others.keySet());
        for (String name : names) {
            Object left = items.get(name);
            Object right = others.get(name);
            if (left instanceof Record one && right instanceof Record other && hasName(one)) {
                compare(one, other, path + "/" + name);
            } else if (!Objects.equals(left, right)) {
                paths.add(hasName(left) || hasName(right) ? path + "/" + name : path);
                if (!hasName(left) && !hasName(right)) {
                    return;
                }
            }
        }
    }

    /** Where items have no name, their order counts: they are compared place by place. */
    private static Map<String, Object> byName(List<?> items) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            Object item = items.get(i);
            named.putIfAbsent(hasName(item) ? name((Record) item) : String.valueOf(i), item);
        }
        return named;
    }

    private static boolean hasName(@Nullable Object item) {
        return item instanceof Record record
                && record.getClass().getRecordComponents()[0].getName().equals("name");
    }

    private static String name(Record record) {
        return String.valueOf(Projection.value(record, record.getClass().getRecordComponents()[0]));
    }
}
