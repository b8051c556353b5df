package dev.tenantmesh.verifier.proved;

import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.load.Scalar;
import dev.tenantmesh.verifier.load.Sequence;
import dev.tenantmesh.verifier.load.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was read, as plain maps and lists that a YAML writer takes. */
final class Trees {

    private Trees() {}

    static Object of(Value value) {
        if (value instanceof Mapping mapping) {
            Map<String, Object> map = new LinkedHashMap<>();
            mapping.entries().forEach((key, entry) -> map.put(key, of(entry.value())));
            return map;
        }
        if (value instanceof Sequence sequence) {
            List<Object> list = new ArrayList<>();
            sequence.items().forEach(item -> list.add(of(item)));
            return list;
        }
        return scalar((Scalar) value);
    }

    private static Object scalar(Scalar scalar) {
        return switch (scalar.type()) {
            case TRUTH -> Boolean.valueOf(scalar.text());
            case NUMBER -> scalar.text().matches("-?[0-9]{1,9}") ? Integer.valueOf(scalar.text()) : scalar.text();
            case NOTHING -> "";
            case TEXT -> scalar.text();
        };
    }
}
