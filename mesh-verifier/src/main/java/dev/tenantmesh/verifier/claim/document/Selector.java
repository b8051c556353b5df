package dev.tenantmesh.verifier.claim.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.select.Requirement;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A label selector as Kubernetes writes it.
 *
 * @param matchLabels labels that must be there
 * @param matchExpressions what else is asked
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/label-selector/">LabelSelector</a>
 */
public record Selector(Map<String, String> matchLabels, List<Expression> matchExpressions) {

    /**
     * What is asked of one label.
     *
     * @param key the label
     * @param operator what is asked
     * @param values with what
     */
    public record Expression(String key, Operator operator, List<String> values) {

        public Expression {
            values = List.copyOf(values);
            boolean needs = operator == Operator.IN;
            if (needs == values.isEmpty()) {
                throw new IllegalArgumentException(
                        needs ? "This operator needs values." : "This operator takes no values.");
            }
        }

        private Requirement requirement() {
            return new Requirement(key, Requirement.Operator.valueOf(operator.name()), new TreeSet<>(values));
        }
    }

    /** The operators; those that exclude would let pods through that only have no label yet. */
    public enum Operator {
        @JsonProperty("In")
        IN,
        @JsonProperty("Exists")
        EXISTS
    }

    public Selector {
        matchLabels = Map.copyOf(matchLabels);
        matchExpressions = List.copyOf(matchExpressions);
    }

    LabelSelector selector() {
        return new LabelSelector(Stream.concat(
                        LabelSelector.of(matchLabels).requirements().stream(),
                        matchExpressions.stream().map(Expression::requirement))
                .toList());
    }
}
