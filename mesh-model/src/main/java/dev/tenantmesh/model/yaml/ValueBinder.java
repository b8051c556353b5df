package dev.tenantmesh.model.yaml;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binds a node to whatever type a key asks for: a list, a map, a record, a record in short form or a single value. */
final class ValueBinder {

    private final RecordBinder records;
    private final ScalarBinder scalars;
    private final Problems problems;

    ValueBinder(RecordBinder records, Problems problems) {
        this.records = records;
        this.scalars = new ScalarBinder(problems);
        this.problems = problems;
    }

    /**
     * The value, or null after reporting why there is none.
     *
     * @param key the place to point at if nothing is written
     */
    @Nullable
    Object bind(Node node, Origin key, Type type) {
        if (node instanceof RefusedNode) {
            return null;
        }
        if (node instanceof ScalarNode scalar && scalar.isNull()) {
            return nothing(scalar, key);
        }
        if (type instanceof ParameterizedType generic) {
            return collection(node, generic);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return record(node, records.shape(plain.asSubclass(Record.class)));
        }
        return node instanceof ScalarNode scalar
                ? scalars.bind(scalar, plain)
                : wrongType(node, "A single value is expected here.", "Write one value.");
    }

    private @Nullable Object nothing(ScalarNode node, Origin key) {
        boolean word = !node.text().isEmpty();
        String fix =
                word ? "Write \"" + node.text() + "\" with quotes, or leave it out." : "Write one, or leave it out.";
        problems.error(ProblemCode.WRONG_TYPE, word ? node.origin() : key, node.text(), "This has no value.", fix);
        return null;
    }

    private @Nullable Object collection(Node node, ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return node instanceof ListNode list ? list(list, arguments[0]) : noList(node);
        }
        if (type.getRawType() == Map.class) {
            return node instanceof MappingNode mapping
                    ? map(mapping, (Class<?>) arguments[0], arguments[1])
                    : wrongType(node, "A mapping is expected here.", "Write `{key: value}`.");
        }
        throw new IllegalStateException("No part of a mesh document can become a " + type);
    }

    private @Nullable Object list(ListNode node, Type type) {
        List<Object> items = new ArrayList<>();
        for (Node item : node.items()) {
            Object bound = bind(item, item.origin(), type);
            if (bound != null) {
                items.add(bound);
            }
        }
        return items.size() == node.items().size() ? List.copyOf(items) : null;
    }

    private @Nullable Object noList(Node node) {
        String fix =
                node instanceof ScalarNode scalar ? "Write `[" + scalar.text() + "]`." : "Start each item with `- `.";
        return wrongType(node, "A list is expected here.", fix);
    }

    private @Nullable Object map(MappingNode node, Class<?> keyType, Type valueType) {
        Map<Object, Object> bound = new LinkedHashMap<>();
        for (MappingNode.Entry entry : node.entries()) {
            Object key = scalars.bindKey(entry.key(), keyType);
            Object value = bind(entry.value(), entry.key().origin(), valueType);
            if (key != null && value != null) {
                bound.put(key, value);
            }
        }
        boolean whole = node.isComplete() && bound.size() == node.entries().size();
        return whole ? Collections.unmodifiableMap(bound) : null;
    }

    private @Nullable Object record(Node node, RecordShape<? extends Record> shape) {
        if (node instanceof MappingNode mapping) {
            return records.bind(mapping, shape);
        }
        if (node instanceof ScalarNode scalar && !shape.shorthands().isEmpty()) {
            return shorthand(scalar, shape);
        }
        String fix = "Write the keys of it: " + String.join(", ", shape.keys()) + ".";
        return wrongType(node, "A mapping is expected here.", fix);
    }

    private @Nullable Object shorthand(ScalarNode node, RecordShape<? extends Record> shape) {
        Optional<Method> ofNumber = shape.shorthand(int.class);
        Optional<Method> ofText = shape.shorthand(String.class);
        boolean number = ofNumber.isPresent() && (ofText.isEmpty() || ScalarBinder.isNumber(node));
        Method method = (number ? ofNumber : ofText).orElseThrow();
        Object value = scalars.bind(node, method.getParameterTypes()[0]);
        return value == null ? null : records.create(node, () -> shape.create(method, value), node.text());
    }

    private @Nullable Object wrongType(Node node, String why, String fix) {
        String written = node instanceof ScalarNode scalar ? scalar.text() : "";
        problems.error(ProblemCode.WRONG_TYPE, node.origin(), written, why, fix);
        return null;
    }
}
