package dev.tenantmesh.crds.admission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenantmesh.crds.cel.AdmissionExpressions;
import dev.tenantmesh.crds.cel.AdmissionExpressions.Result;
import java.util.List;
import java.util.Optional;

/**
 * One policy.
 *
 * @param policy the whole object
 * @param bindings the specs of the bindings that make it refuse
 */
record AdmissionPolicy(JsonNode policy, List<JsonNode> bindings) {

    private static final AdmissionAnswer SILENT = new AdmissionAnswer(Optional.empty(), List.of());

    AdmissionAnswer ask(AdmissionRequest request) {
        JsonNode spec = policy.path("spec");
        boolean bound = bindings.stream()
                .anyMatch(binding -> new RequestMatcher(binding.path("matchResources")).matches(request));
        JsonNode constraints = spec.path("matchConstraints");
        if (!bound || constraints.isMissingNode() || !new RequestMatcher(constraints).matches(request)) {
            return SILENT;
        }
        if (spec.has("paramKind") || bindings.stream().anyMatch(binding -> binding.has("paramRef"))) {
            return unknown("its parameters are not read");
        }
        AdmissionExpressions expressions = new AdmissionExpressions(
                new AdmissionExpressions.Inputs(
                        request.object(), request.oldObject(), request.namespaceObject(), request.attributes()),
                spec.path("variables"));
        for (JsonNode condition : spec.path("matchConditions")) {
            Result result = expressions.evaluate(condition.path("expression").asText());
            if (!result.isKnown()) {
                return unknown(result.problem());
            }
            if (!result.isTrue()) {
                return SILENT;
            }
        }
        return validate(spec, expressions);
    }

    private AdmissionAnswer validate(JsonNode spec, AdmissionExpressions expressions) {
        boolean closed = !spec.path("failurePolicy").asText("Fail").equals("Ignore");
        AdmissionAnswer answer = SILENT;
        for (JsonNode validation : spec.path("validations")) {
            Result result = expressions.evaluate(validation.path("expression").asText());
            if (!result.compiles()) {
                return unknown(result.problem());
            }
            boolean refused = result.isKnown() ? !result.isTrue() : closed;
            if (refused && !answer.isRefused()) {
                String name = policy.path("metadata").path("name").asText();
                String message = validation
                        .path("message")
                        .asText(validation.path("expression").asText());
                answer = new AdmissionAnswer(Optional.of(name + ": " + message), List.of());
            }
        }
        return answer;
    }

    private AdmissionAnswer unknown(String why) {
        return new AdmissionAnswer(
                Optional.empty(),
                List.of("ValidatingAdmissionPolicy "
                        + policy.path("metadata").path("name").asText() + " is not counted: " + why));
    }
}
