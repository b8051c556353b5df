package dev.tenantmesh.model.yaml;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns nodes into maps, lists, strings, numbers and truth values, for objects whose types are not known. What readers
 * of YAML take for different things must be quoted.
 */
public final class PlainValues {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,17}");
    private static final Pattern DECIMAL = Pattern.compile("-?(?:0|[1-9][0-9]{0,6})\\.[0-9]{1,9}");

    private final Problems problems;

    /** @param problems takes what is not plain */
    public PlainValues(Problems problems) {
        this.problems = problems;
    }

    /** The entries of a mapping, in the order written. */
    public Map<String, @Nullable Object> of(MappingNode mapping) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (MappingNode.Entry entry : mapping.entries()) {
            ScalarNode key = entry.key();
            if (!key.quoted() && PlainText.needsQuotes(key.text())) {
                refuse(key.origin(), key.text());
            }
            values.put(key.text(), value(entry.value()));
        }
        return values;
    }

    private @Nullable Object value(Node node) {
        if (node instanceof MappingNode mapping) {
            return of(mapping);
        }
        if (node instanceof ListNode list) {
            List<@Nullable Object> items = new ArrayList<>();
            list.items().forEach(item -> items.add(value(item)));
            return items;
        }
        return node instanceof ScalarNode scalar ? scalar(scalar) : null;
    }

    private @Nullable Object scalar(ScalarNode node) {
        String text = node.text();
        if (node.quoted()) {
            return text;
        }
        if (node.isNull()) {
            return null;
        }
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        if (WHOLE_NUMBER.matcher(text).matches()) {
            return Long.valueOf(text);
        }
        if (DECIMAL.matcher(text).matches()
                && Double.toString(Double.parseDouble(text)).equals(text)) {
            return Double.valueOf(text);
        }
        if (PlainText.needsQuotes(text)) {
            refuse(node.origin(), text);
        }
        return text;
    }

    private void refuse(Origin origin, String text) {
        problems.error(
                ProblemCode.WRONG_TYPE,
                origin,
                text,
                "Readers of YAML take this for different things.",
                "Write \"" + text + "\" with quotes, or the plain number or truth value that is meant.");
    }
}
