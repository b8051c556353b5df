package dev.tenantmesh.generator.reach;

import java.util.List;
import java.util.Map;

/** A label selector; one without terms selects everything. */
record LabelSelector(Map<String, String> labels, List<Term> terms) {

    /** One of {@code matchExpressions}. */
    private record Term(String key, String operator, List<String> values) {

        boolean matches(Map<String, String> actual) {
            String value = actual.getOrDefault(key, "");
            boolean present = actual.containsKey(key);
            return switch (operator) {
                case "In" -> present && values.contains(value);
                case "NotIn" -> !present || !values.contains(value);
                case "Exists" -> present;
                case "DoesNotExist" -> !present;
                default -> throw new NotUnderstood("operator " + operator);
            };
        }
    }

    static LabelSelector read(Fields selector) {
        selector.only("matchLabels", "matchExpressions");
        List<Term> terms = selector.list("matchExpressions").stream()
                .map(term -> term.only("key", "operator", "values"))
                .map(term -> new Term(term.text("key"), term.text("operator"), term.texts("values")))
                .toList();
        return new LabelSelector(selector.textMap("matchLabels"), terms);
    }

    boolean matches(Map<String, String> actual) {
        return actual.entrySet().containsAll(labels.entrySet())
                && terms.stream().allMatch(term -> term.matches(actual));
    }
}
