package dev.tenantmesh.verifier.select;

import dev.tenantmesh.verifier.load.Fields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A label selector: all its requirements must be met, and one without any selects everything.
 *
 * @param requirements what it asks, in no order
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/label-selector/">LabelSelector</a>
 */
public record LabelSelector(List<Requirement> requirements) {

    /** Selects everything. */
    public static final LabelSelector EVERYTHING = new LabelSelector(List.of());

    public LabelSelector {
        requirements = List.copyOf(requirements);
    }

    /** Selects what carries these labels. */
    public static LabelSelector of(Map<String, String> labels) {
        return new LabelSelector(labels.entrySet().stream()
                .map(label -> equal(label.getKey(), label.getValue()))
                .toList());
    }

    /** Reads a selector with {@code matchLabels} and {@code matchExpressions}. */
    public static LabelSelector read(Fields fields) {
        List<Requirement> all = new ArrayList<>();
        fields.map("matchLabels").forEach((key, value) -> all.add(equal(key, value)));
        fields.list("matchExpressions", LabelSelector::expression).forEach(read -> read.ifPresent(all::add));
        return new LabelSelector(all);
    }

    private static Requirement equal(String key, String value) {
        return new Requirement(key, Requirement.Operator.IN, new TreeSet<>(List.of(value)));
    }

    private static Optional<Requirement> expression(Fields fields) {
        String key = fields.text("key");
        String written = fields.text("operator");
        List<String> values = fields.texts("values");
        Optional<Requirement.Operator> operator = Arrays.stream(Requirement.Operator.values())
                .filter(known -> known.written().equals(written))
                .findFirst();
        if (key.isEmpty() || operator.isEmpty()) {
            fields.invalid(
                    fields.originOf("operator"),
                    written,
                    "An expression needs a key and an operator.",
                    "Write one of the operators In, NotIn, Exists, DoesNotExist.");
            return Optional.empty();
        }
        boolean needsValues =
                operator.get() == Requirement.Operator.IN || operator.get() == Requirement.Operator.NOT_IN;
        if (needsValues == values.isEmpty()) {
            fields.invalid(
                    fields.originOf("values"),
                    written,
                    needsValues ? "This operator needs values." : "This operator takes no values.",
                    needsValues ? "List them under `values`." : "Remove the values.");
            return Optional.empty();
        }
        return Optional.of(new Requirement(key, operator.get(), new TreeSet<>(values)));
    }

    /** Whether it selects what carries these labels. */
    public boolean selects(Map<String, String> labels) {
        return requirements.stream().allMatch(requirement -> requirement.isMetBy(labels));
    }

    /** Whether it selects everything. */
    public boolean isEverything() {
        return requirements.isEmpty();
    }

    @Override
    public String toString() {
        return isEverything()
                ? "everything"
                : requirements.stream().map(Requirement::toString).sorted().collect(Collectors.joining(", "));
    }
}
