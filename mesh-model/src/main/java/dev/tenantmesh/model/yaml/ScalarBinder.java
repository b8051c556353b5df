package dev.tenantmesh.model.yaml;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads single values by the type their key asks for; what is written never decides the type. */
final class ScalarBinder {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9][0-9]*");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final Problems problems;

    ScalarBinder(Problems problems) {
        this.problems = problems;
    }

    /** The value, or null after reporting why there is none. */
    @Nullable
    Object bind(ScalarNode node, Class<?> type) {
        if (type == String.class) {
            return text(node);
        }
        if (type == int.class || type == Integer.class) {
            return number(node);
        }
        if (type == boolean.class || type == Boolean.class) {
            return truth(node);
        }
        if (type == LocalDate.class) {
            return date(node);
        }
        if (type.isEnum()) {
            return constant(node, type);
        }
        throw new IllegalStateException("No value of a mesh document can become a " + type.getName());
    }

    /** The same for the key of a map; a number may be quoted there, since in JSON every key is. */
    @Nullable
    Object bindKey(ScalarNode node, Class<?> type) {
        boolean number = type == Integer.class;
        return bind(number ? new ScalarNode(node.text(), false, node.origin()) : node, type);
    }

    /** Whether this is written as a whole number, in range or not. */
    static boolean isNumber(ScalarNode node) {
        return !node.quoted() && WHOLE_NUMBER.matcher(node.text()).matches();
    }

    private @Nullable Object text(ScalarNode node) {
        if (!node.quoted() && PlainText.needsQuotes(node.text())) {
            String why = "Some readers of YAML take this for something else than text.";
            return wrongType(node, why, "Write \"" + node.text() + "\" with quotes.");
        }
        return node.text();
    }

    private @Nullable Object number(ScalarNode node) {
        if (!isNumber(node)) {
            return wrongType(
                    node, "This is not a whole number.", "Write decimal digits without quotes, such as `8080`.");
        }
        try {
            return Integer.valueOf(node.text());
        } catch (NumberFormatException e) {
            String range = "between " + Integer.MIN_VALUE + " and " + Integer.MAX_VALUE;
            return wrongType(node, "This number is out of range.", "Write one " + range + ".");
        }
    }

    private @Nullable Object truth(ScalarNode node) {
        if (!node.quoted() && node.text().equals("true")) {
            return true;
        }
        if (!node.quoted() && node.text().equals("false")) {
            return false;
        }
        return wrongType(node, "This is neither true nor false.", "Write `true` or `false` without quotes.");
    }

    private @Nullable Object date(ScalarNode node) {
        try {
            if (DATE.matcher(node.text()).matches()) {
                return LocalDate.parse(node.text());
            }
        } catch (DateTimeParseException e) {
            return wrongType(node, "There is no such day.", "Write a day of the calendar.");
        }
        return wrongType(node, "This is not a date.", "Write year, month and day, such as `2027-03-31`.");
    }

    private @Nullable Object constant(ScalarNode node, Class<?> type) {
        Map<String, Object> constants = new LinkedHashMap<>();
        for (Enum<?> constant : type.asSubclass(Enum.class).getEnumConstants()) {
            constants.put(spelling(constant), constant);
        }
        Object named = constants.get(node.text());
        if (named == null) {
            String question = Nearest.question(node.text(), constants.keySet());
            String fix = question + "Values here: " + String.join(", ", constants.keySet()) + ".";
            String why = "This is not one of the values allowed here.";
            problems.error(ProblemCode.UNKNOWN_VALUE, node.origin(), node.text(), why, fix);
        }
        return named;
    }

    private static String spelling(Enum<?> constant) {
        try {
            JsonProperty property =
                    constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
            return property == null || property.value().isEmpty() ? constant.name() : property.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("No field of " + constant, e);
        }
    }

    private @Nullable Object wrongType(ScalarNode node, String why, String fix) {
        problems.error(ProblemCode.WRONG_TYPE, node.origin(), node.text(), why, fix);
        return null;
    }
}
