package dev.tenantmesh.generator.reach;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields of one YAML mapping; an absent list is an empty list, and what is not expected is refused. */
final class Fields {

    private final String where;
    private final Map<String, Object> values;

    private Fields(String where, Map<String, Object> values) {
        this.where = where;
        this.values = values;
    }

    static Fields of(String where, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new NotUnderstood(where + ": a mapping is expected, not " + value);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((key, field) -> {
            if (!(key instanceof String name) || field == null) {
                throw new NotUnderstood(where + ": not a text as key, or nothing as value: " + key + ": " + field);
            }
            values.put(name, field);
        });
        return new Fields(where, values);
    }

    /** Refuses every other field. */
    Fields only(String... names) {
        Set<String> known = Set.of(names);
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new NotUnderstood(where + ": field " + name);
                });
        return this;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Set<String> names() {
        return values.keySet();
    }

    Fields fields(String name) {
        return optionalFields(name).orElseThrow(() -> new NotUnderstood(where + ": no " + name));
    }

    Optional<Fields> optionalFields(String name) {
        return Optional.ofNullable(values.get(name)).map(value -> of(where + "/" + name, value));
    }

    /** The mapping at the end of a path, empty if the path ends early. */
    Fields path(String... names) {
        Fields here = this;
        for (String name : names) {
            here = here.optionalFields(name).orElse(new Fields(where, Map.of()));
        }
        return here;
    }

    List<Fields> list(String name) {
        return elements(name).stream()
                .map(element -> of(where + "/" + name, element))
                .toList();
    }

    List<String> texts(String name) {
        return elements(name).stream()
                .map(element -> typed(name, element, String.class))
                .toList();
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> new NotUnderstood(where + ": no " + name));
    }

    Optional<String> optionalText(String name) {
        return optional(name, String.class);
    }

    Optional<Integer> number(String name) {
        return optional(name, Integer.class);
    }

    Optional<Boolean> flag(String name) {
        return optional(name, Boolean.class);
    }

    Map<String, String> textMap(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        optionalFields(name)
                .ifPresent(map -> map.values.forEach((key, value) -> texts.put(key, typed(name, value, String.class))));
        return texts;
    }

    @Override
    public String toString() {
        return where + values;
    }

    private <T> Optional<T> optional(String name, Class<T> type) {
        return Optional.ofNullable(values.get(name)).map(value -> typed(name, value, type));
    }

    private List<?> elements(String name) {
        return optional(name, List.class).<List<?>>map(list -> list).orElse(List.of());
    }

    private <T> T typed(String name, Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw new NotUnderstood(where + "/" + name + ": not a " + type.getSimpleName() + ": " + value);
        }
        return type.cast(value);
    }
}
