package dev.tenantmesh.generator.plan.admission;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Writes values into expressions. */
final class Cel {

    private Cel() {}

    /** A text; what comes here has been checked, but a quote in it must not end it. */
    static String text(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    static String list(Collection<String> values) {
        return values.stream().map(Cel::text).collect(Collectors.joining(", ", "[", "]"));
    }

    /** One key a line, so that a change shows as one. */
    static String map(SortedMap<String, List<String>> map) {
        if (map.isEmpty()) {
            return "{}";
        }
        return map.entrySet().stream()
                .map(entry -> "  " + text(entry.getKey()) + ": " + list(entry.getValue()))
                .collect(Collectors.joining(",\n", "{\n", "\n}"));
    }
}
