package dev.tenantmesh.verifier.load;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads the fields of one mapping by name and, once closed, reports those that nobody asked for: the API server would
 * drop them, and what is left can mean something else. That is how {@code port:} beside an empty {@code ports:} opens
 * everything.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation">Field validation</a>
 */
public final class Fields implements AutoCloseable {

    private final Mapping mapping;
    private final String path;
    private final Problems problems;
    private final Set<String> read = new HashSet<>();

    private Fields(Mapping mapping, String path, Problems problems) {
        this.mapping = mapping;
        this.path = path;
        this.problems = problems;
    }

    /**
     * The fields of a mapping.
     *
     * @param path how messages call it, such as {@code spec.ingress}
     */
    public static Fields of(Mapping mapping, String path, Problems problems) {
        return new Fields(mapping, path, problems);
    }

    /**
     * What an object says under {@code spec}, read by a function; that of an empty mapping if it says nothing. Other
     * fields at its top that are no fields of an object are reported.
     */
    public static <T> T spec(Manifest manifest, Problems problems, Function<Fields, T> reader) {
        try (Fields object = new Fields(manifest.body(), "", problems)) {
            object.ignore("apiVersion", "kind", "metadata", "status");
            Mapping nothing = new Mapping(Map.of(), manifest.origin());
            return object.object("spec", reader).orElseGet(() -> reader.apply(new Fields(nothing, "spec", problems)));
        }
    }

    /** Where the mapping stands. */
    public Origin origin() {
        return mapping.origin();
    }

    /** Where a field stands; the mapping's own place if it was not written. */
    public Origin originOf(String key) {
        return mapping.originOf(key);
    }

    /** Whether a field was written with a value behind it. */
    public boolean has(String key) {
        return mapping.get(key) != null;
    }

    /** A single value. */
    public Optional<Scalar> scalar(String key) {
        read.add(key);
        Value value = mapping.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Scalar scalar) {
            return Optional.of(scalar);
        }
        invalid(value.origin(), "", "The field " + path(key) + " takes a single value.", "Write one value.");
        return Optional.empty();
    }

    /** A text; empty if the field was not written. */
    public String text(String key) {
        return scalar(key).map(Scalar::text).orElse("");
    }

    /** A whole number. */
    public Optional<Integer> number(String key) {
        return scalar(key).flatMap(this::number);
    }

    /** The number that a value is, if it is one. */
    public Optional<Integer> number(Scalar scalar) {
        try {
            return Optional.of(Integer.valueOf(scalar.text()));
        } catch (NumberFormatException e) {
            invalid(scalar.origin(), scalar.text(), "This is not a whole number.", "Write decimal digits.");
            return Optional.empty();
        }
    }

    /** Whether a field says {@code true}. */
    public boolean isTrue(String key) {
        return text(key).equals("true");
    }

    /** A mapping, read by a function. */
    public <T> Optional<T> object(String key, Function<Fields, T> reader) {
        return fields(key).map(inner -> {
            try (inner) {
                return reader.apply(inner);
            }
        });
    }

    private Optional<Fields> fields(String key) {
        read.add(key);
        Value value = mapping.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Mapping inner) {
            return Optional.of(new Fields(inner, path(key), problems));
        }
        invalid(value.origin(), "", "The field " + path(key) + " takes fields of its own.", "Write `{field: value}`.");
        return Optional.empty();
    }

    /** A list of mappings, each read by a function; empty if the field was not written or holds nothing. */
    public <T> List<T> list(String key, Function<Fields, T> reader) {
        List<T> all = new ArrayList<>();
        for (Value item : items(key)) {
            if (item instanceof Mapping inner) {
                try (Fields fields = new Fields(inner, path(key), problems)) {
                    all.add(reader.apply(fields));
                }
            } else {
                String why = "An item of " + path(key) + " has fields of its own.";
                invalid(item.origin(), "", why, "Write `{field: value}`, or remove the item.");
            }
        }
        return List.copyOf(all);
    }

    /** A list of texts. */
    public List<Scalar> scalars(String key) {
        List<Scalar> all = new ArrayList<>();
        for (Value item : items(key)) {
            if (item instanceof Scalar scalar && !scalar.isNothing()) {
                all.add(scalar);
            } else {
                invalid(item.origin(), "", "An item of " + path(key) + " is a single value.", "Write one value.");
            }
        }
        return List.copyOf(all);
    }

    /** A list of texts. */
    public List<String> texts(String key) {
        return scalars(key).stream().map(Scalar::text).toList();
    }

    /** A mapping of free keys to texts. */
    public SortedMap<String, String> map(String key) {
        SortedMap<String, String> all = new TreeMap<>();
        read.add(key);
        if (mapping.get(key) instanceof Mapping inner) {
            inner.entries().forEach((name, entry) -> {
                if (entry.value() instanceof Scalar scalar) {
                    all.put(name, scalar.isNothing() ? "" : scalar.text());
                }
            });
        }
        return all;
    }

    /** Free keys, each with fields of its own, read by a function. */
    public <T> SortedMap<String, T> mapOf(String key, Function<Fields, T> reader) {
        SortedMap<String, T> all = new TreeMap<>();
        object(key, inner -> {
            inner.mapping
                    .entries()
                    .keySet()
                    .forEach(name -> inner.object(name, reader).ifPresent(value -> all.put(name, value)));
            return inner;
        });
        return all;
    }

    /** Takes note that fields are known and have no say in what is asked here. */
    public Fields ignore(String... keys) {
        read.addAll(List.of(keys));
        return this;
    }

    /** Takes note that all fields of this mapping are of no concern. */
    public void ignoreAll() {
        read.addAll(mapping.entries().keySet());
    }

    /** Reports a value that the API server would refuse. */
    public void invalid(Origin origin, String written, String why, String fix) {
        problems.error(ProblemCode.INVALID_FIELD, origin, written, why, fix);
    }

    /** Reports every field that was written and never read. */
    @Override
    public void close() {
        mapping.entries().forEach((key, entry) -> {
            if (!read.contains(key)) {
                String where = path.isEmpty() ? "the object" : path;
                problems.error(
                        ProblemCode.UNKNOWN_FIELD,
                        entry.key(),
                        key,
                        "There is no such field in " + where + "; the API server would drop it.",
                        Nearest.question(key, read) + "Remove it, or move it to where it belongs.");
            }
        });
    }

    private List<Value> items(String key) {
        read.add(key);
        Value value = mapping.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof Sequence sequence) {
            return sequence.items();
        }
        invalid(value.origin(), "", "The field " + path(key) + " takes a list.", "Start each item with `- `.");
        return List.of();
    }

    private String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
