package dev.tenantmesh.crds.cel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.tenantmesh.crds.cel.CelPrograms.Compiled;
import dev.tenantmesh.crds.cel.CelPrograms.Use;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the expressions of one admission policy for one request. A variable is evaluated where it is first needed by what
 * stands after it, and what it cannot be evaluated to is unknown to everything that reads it.
 */
public final class AdmissionExpressions {

    private final Map<String, Object> inputs;
    private final Map<String, Object> variables = new HashMap<>();
    private final Map<String, String> failed = new HashMap<>();

    /**
     * What a policy is asked about.
     *
     * @param object as it would be
     * @param oldObject as it was
     * @param namespaceObject where it is
     * @param request who asks for what, as plain maps
     */
    public record Inputs(
            @Nullable JsonNode object,
            @Nullable JsonNode oldObject,
            @Nullable JsonNode namespaceObject,
            Map<String, Object> request) {}

    /**
     * What came of an expression.
     *
     * @param value empty if it could not be evaluated
     * @param compiles whether it is an expression at all, with functions that are known here
     * @param problem why it could not be evaluated
     */
    public record Result(Optional<Object> value, boolean compiles, String problem) {

        /** Whether it says yes or no. */
        public boolean isKnown() {
            return value.filter(Boolean.class::isInstance).isPresent();
        }

        /** Whether it says yes. */
        public boolean isTrue() {
            return value.filter(Boolean.TRUE::equals).isPresent();
        }
    }

    /** @param variables those of the policy, in their order */
    public AdmissionExpressions(Inputs inputs, JsonNode variables) {
        this.inputs = new HashMap<>(Map.of(
                "object", value(inputs.object()),
                "oldObject", value(inputs.oldObject()),
                "namespaceObject", value(inputs.namespaceObject()),
                "params", NullValue.NULL_VALUE,
                "request", inputs.request()));
        for (JsonNode variable : variables) {
            String name = variable.path("name").asText();
            Result result = evaluate(variable.path("expression").asText());
            result.value()
                    .ifPresentOrElse(
                            value -> this.variables.put(name, value),
                            () -> failed.put("variables." + name, result.compiles() ? "" : result.problem()));
        }
    }

    private static Object value(@Nullable JsonNode node) {
        return node == null ? NullValue.NULL_VALUE : CelValues.of(MissingNode.getInstance(), node);
    }

    /** What an expression says. */
    public Result evaluate(String expression) {
        Optional<String> broken = failed.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty() && expression.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        Compiled compiled = CelPrograms.of(Use.ADMISSION, expression);
        if (compiled.program().isEmpty() || broken.isPresent()) {
            return new Result(Optional.empty(), false, broken.orElse(compiled.problem()));
        }
        try {
            Map<String, Object> all = new HashMap<>(inputs);
            all.put("variables", variables);
            return new Result(Optional.of(compiled.program().get().eval(all)), true, "");
        } catch (CelEvaluationException e) {
            return new Result(Optional.empty(), true, String.valueOf(e.getMessage()));
        }
    }
}
