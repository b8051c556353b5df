package dev.tenantmesh.generator.acceptance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Evaluates the rules ({@code x-kubernetes-validations}) of a structural schema, each at its place in the object. */
final class CelRules {

    private static final String RULES = "x-kubernetes-validations";
    private static final Pattern TRANSITION = Pattern.compile("\\boldSelf\\b");

    private final JsonNode schema;

    CelRules(JsonNode schema) {
        this.schema = schema;
    }

    /** What the rules say against a new object, to which the default values have been applied. */
    List<String> check(JsonNode object) {
        List<String> messages = new ArrayList<>();
        SchemaWalk.walk(schema, object, (at, value, pointer) -> checkAt(at, value, pointer, messages));
        return messages;
    }

    /** The rules that cannot be compiled and so are not evaluated. */
    List<String> notCompiled() {
        return schema.findValues(RULES).stream()
                .flatMap(JsonNode::valueStream)
                .map(CelRules::expression)
                .filter(rule -> !isTransition(rule) && CelPrograms.of(rule).isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private static void checkAt(JsonNode schema, JsonNode value, JsonPointer at, List<String> messages) {
        if (!schema.has(RULES)) {
            return;
        }
        Object self = CelValues.of(schema, value);
        String place = at.matches() ? "/" : at.toString();
        for (JsonNode rule : schema.path(RULES)) {
            objection(rule, self).ifPresent(text -> messages.add(place + ": " + text));
        }
    }

    private static Optional<String> objection(JsonNode rule, Object self) {
        String expression = expression(rule);
        if (isTransition(expression)) {
            return Optional.empty();
        }
        String message = rule.path("message").asText("failed rule: " + expression);
        return CelPrograms.of(expression).flatMap(program -> outcome(program, self, message));
    }

    private static Optional<String> outcome(Program program, Object self, String message) {
        try {
            return Boolean.TRUE.equals(program.eval(Map.of("self", self))) ? Optional.empty() : Optional.of(message);
        } catch (CelEvaluationException e) {
            return Optional.of(message + " (" + e.getMessage() + ")");
        }
    }

    private static String expression(JsonNode rule) {
        return rule.path("rule").asText();
    }

    /** A rule about the change of an existing object; there is none when a manifest is new. */
    private static boolean isTransition(String rule) {
        return TRANSITION.matcher(rule).find();
    }
}
