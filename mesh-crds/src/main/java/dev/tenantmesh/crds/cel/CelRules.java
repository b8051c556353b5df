package dev.tenantmesh.crds.cel;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import dev.tenantmesh.crds.cel.CelPrograms.Compiled;
import dev.tenantmesh.crds.cel.CelPrograms.Use;
import dev.tenantmesh.crds.schema.Refusal;
import dev.tenantmesh.crds.schema.SchemaWalk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Evaluates the rules ({@code x-kubernetes-validations}) of a structural schema, each at its place in the object.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules">Validation
 *     rules</a>
 */
public final class CelRules {

    private static final String RULES = "x-kubernetes-validations";

    private final JsonNode schema;

    /** @param schema of a whole object */
    public CelRules(JsonNode schema) {
        this.schema = schema;
    }

    /** What the rules say against a new object, to which the default values have been applied. */
    public List<Refusal> check(JsonNode object) {
        List<Refusal> found = new ArrayList<>();
        SchemaWalk.walk(schema, object, (at, value, pointer) -> checkAt(at, value, pointer, found));
        return found;
    }

    /** That the rules were not asked since the object is wrong already; nothing if it has none. */
    public List<Refusal> leftOut() {
        boolean any = schema.findValue(RULES) != null;
        String why = "Its rules were not asked, since it is wrong already; the API server does not ask them either.";
        return any ? List.of(notChecked(JsonPointer.empty(), "", why)) : List.of();
    }

    /** The rules that cannot be compiled and so are not evaluated, at their places in the schema. */
    public List<Refusal> notCompiled() {
        List<Refusal> found = new ArrayList<>();
        SchemaWalk.walk(schema, (at, pointer) -> {
            for (int index = 0; index < at.path(RULES).size(); index++) {
                JsonNode rule = at.path(RULES).path(index);
                Compiled compiled = CelPrograms.of(use(rule), expression(rule));
                if (compiled.program().isEmpty()) {
                    JsonPointer place = pointer.appendProperty(RULES).appendIndex(index);
                    found.add(notChecked(place, expression(rule), compiled.problem()));
                }
            }
        });
        return found;
    }

    private static void checkAt(JsonNode schema, JsonNode value, JsonPointer at, List<Refusal> found) {
        if (!schema.has(RULES)) {
            return;
        }
        Object self = CelValues.of(schema, value);
        for (JsonNode rule : schema.path(RULES)) {
            Compiled compiled = CelPrograms.of(use(rule), expression(rule));
            boolean asked = use(rule) == Use.RULE_WITH_OPTIONAL_OLD_SELF || !compiled.aboutChange();
            if (asked) {
                evaluate(compiled, rule, self)
                        .map(refusal -> moved(refusal, rule, value, at))
                        .ifPresent(found::add);
            }
        }
    }

    /** The refusal, its place not yet known. */
    private static Optional<Refusal> evaluate(Compiled compiled, JsonNode rule, Object self) {
        if (compiled.program().isEmpty()) {
            return Optional.empty();
        }
        try {
            Object result = compiled.program().get().eval(variables(self));
            return Boolean.TRUE.equals(result) ? Optional.empty() : Optional.of(refused(message(rule, self)));
        } catch (CelEvaluationException e) {
            if (e.getErrorCode() == CelErrorCode.ITERATION_BUDGET_EXCEEDED) {
                String why = "The rule takes too many steps and was not evaluated to its end.";
                return Optional.of(notChecked(JsonPointer.empty(), expression(rule), why));
            }
            return Optional.of(refused(message(rule, self) + " (" + e.getMessage() + ")"));
        }
    }

    private static Map<String, Object> variables(Object self) {
        return Map.of("self", self, "oldSelf", Optional.empty());
    }

    private static String message(JsonNode rule, Object self) {
        String fixed = rule.path("message").asText("").strip();
        String otherwise = fixed.isEmpty() ? "failed rule: " + expression(rule) : fixed;
        String expression = rule.path("messageExpression").asText("");
        return expression.isEmpty() ? otherwise : computed(expression, self).orElse(otherwise);
    }

    /** Like the API server: a message that cannot be computed, or is empty or has several lines, is not used. */
    private static Optional<String> computed(String expression, Object self) {
        try {
            Compiled compiled = CelPrograms.of(Use.MESSAGE, expression);
            if (compiled.program().isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(compiled.program().get().eval(variables(self)))
                    .map(String::valueOf)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty() && !text.contains("\n"));
        } catch (CelEvaluationException e) {
            return Optional.empty();
        }
    }

    private static Refusal moved(Refusal refusal, JsonNode rule, JsonNode value, JsonPointer at) {
        JsonPointer below = FieldPath.of(rule.path("fieldPath").asText(""));
        JsonNode place = below.matches() ? value : value.at(below);
        String written = place.isValueNode() && !(place instanceof MissingNode) ? place.asText() : refusal.written();
        return new Refusal(refusal.kind(), at.append(below), written, refusal.why(), refusal.known());
    }

    private static Refusal refused(String why) {
        return new Refusal(Refusal.Kind.RULE, JsonPointer.empty(), "", why, List.of());
    }

    private static Refusal notChecked(JsonPointer at, String written, String why) {
        return new Refusal(Refusal.Kind.NOT_CHECKED, at, written, why, List.of());
    }

    private static String expression(JsonNode rule) {
        return rule.path("rule").asText();
    }

    private static Use use(JsonNode rule) {
        return rule.path("optionalOldSelf").asBoolean() ? Use.RULE_WITH_OPTIONAL_OLD_SELF : Use.RULE;
    }
}
