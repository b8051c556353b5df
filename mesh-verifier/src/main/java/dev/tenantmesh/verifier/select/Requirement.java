package dev.tenantmesh.verifier.select;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a selector asks of one label.
 *
 * @param key the label
 * @param operator what is asked
 * @param values with what
 * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements">set-based requirements</a>
 */
public record Requirement(String key, Operator operator, SortedSet<String> values) {

    /** The operators; those that exclude are also true of objects without the label. */
    public enum Operator {
        IN("In"),
        NOT_IN("NotIn"),
        EXISTS("Exists"),
        DOES_NOT_EXIST("DoesNotExist");

        private final String written;

        Operator(String written) {
            this.written = written;
        }

        /** Its spelling in manifests. */
        public String written() {
            return written;
        }
    }

    public Requirement {
        values = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }

    /** Whether labels meet it. */
    public boolean isMetBy(Map<String, String> labels) {
        String value = labels.get(key);
        return switch (operator) {
            case IN -> value != null && values.contains(value);
            case NOT_IN -> value == null || !values.contains(value);
            case EXISTS -> value != null;
            case DOES_NOT_EXIST -> value == null;
        };
    }

    @Override
    public String toString() {
        return switch (operator) {
            case IN -> values.size() == 1 ? key + "=" + values.first() : key + " in " + values;
            case NOT_IN -> key + " not in " + values;
            case EXISTS -> key;
            case DOES_NOT_EXIST -> "no " + key;
        };
    }
}
