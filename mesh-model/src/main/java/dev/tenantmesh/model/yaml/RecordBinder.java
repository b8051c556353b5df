package dev.tenantmesh.model.yaml;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Binds a mapping to a record: each key to the component of its name ({@code @JsonProperty} renames). A component is
 * optional if it is {@code @Nullable}, a {@link List} or a {@link java.util.Map}; any other is required. A record with
 * a static {@code @JsonCreator} method of one {@code String} or {@code int} may be written as a single value. Nothing
 * is accepted and ignored, and everything wrong in a mapping is reported before it is given up.
 */
public final class RecordBinder {

    private final Problems problems;
    private final Origins origins;
    private final Predicate<RecordComponent> known;
    private final ValueBinder values;

    /**
     * @param problems takes what is wrong
     * @param origins takes the place of every record bound
     */
    public RecordBinder(Problems problems, Origins origins) {
        this(problems, origins, component -> true);
    }

    /**
     * A binder that knows only some keys; all others must be optional, and are left out.
     *
     * @param problems takes what is wrong
     * @param origins takes the place of every record bound
     * @param known the keys that exist
     */
    public RecordBinder(Problems problems, Origins origins, Predicate<RecordComponent> known) {
        this.problems = problems;
        this.known = known;
        this.origins = origins;
        this.values = new ValueBinder(this, problems);
    }

    /** The record, or null if something it needs is missing or wrong, which has then been reported. */
    public <R extends Record> @Nullable R bind(MappingNode node, Class<R> type) {
        return bind(node, shape(type));
    }

    <R extends Record> RecordShape<R> shape(Class<R> type) {
        return RecordShape.of(type, known);
    }

    <R extends Record> @Nullable R bind(MappingNode node, RecordShape<R> shape) {
        node.entries().forEach(entry -> checkKey(entry.key(), shape));
        List<RecordShape.Component> components = shape.components();
        @Nullable Object[] arguments = new @Nullable Object[components.size()];
        boolean whole = true;
        for (int i = 0; i < arguments.length; i++) {
            RecordShape.Component component = components.get(i);
            Node value = component.known() ? node.get(component.key()) : null;
            arguments[i] = value == null
                    ? absent(node, component)
                    : values.bind(value, node.keyOrigin(component.key()), component.type());
            whole &= arguments[i] != null || (value == null && component.nullable());
        }
        return whole ? create(node, () -> shape.create(arguments), "") : null;
    }

    /** Runs a constructor or shorthand, whose {@link IllegalArgumentException} is about what the user wrote. */
    <R extends Record> @Nullable R create(Node node, Supplier<R> creation, String written) {
        try {
            R created = creation.get();
            origins.remember(created, node);
            return created;
        } catch (IllegalArgumentException e) {
            problems.error(ProblemCode.INVALID_VALUE, node.origin(), written, sentence(e), "Write another value.");
            return null;
        }
    }

    private void checkKey(ScalarNode key, RecordShape<?> shape) {
        String written = key.text();
        if (shape.keys().contains(written)) {
            return;
        }
        Origin origin = key.origin();
        String near = shape.elsewhere().containsKey(written)
                ? shape.elsewhere().get(written) + " "
                : Nearest.question(written, shape.keys());
        String fix = near + "Keys here: " + String.join(", ", shape.keys()) + ".";
        problems.error(ProblemCode.UNKNOWN_KEY, origin, written, "This key does not exist here.", fix);
    }

    private @Nullable Object absent(MappingNode node, RecordShape.Component component) {
        if (component.required() && node.isComplete()) {
            String why = "The key '" + component.key() + "' is missing.";
            problems.error(ProblemCode.MISSING_KEY, node.origin(), "", why, "Write `" + component.key() + ": ...`.");
        }
        return component.absent().orElse(null);
    }

    private static String sentence(IllegalArgumentException thrown) {
        String message = thrown.getMessage();
        if (message == null || message.isBlank()) {
            return "This value is not valid.";
        }
        return message.endsWith(".") ? message : message + ".";
    }
}
