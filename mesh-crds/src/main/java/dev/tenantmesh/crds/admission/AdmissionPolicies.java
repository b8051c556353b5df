package dev.tenantmesh.crds.admission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The ValidatingAdmissionPolicies of a cluster with their bindings. A refusal is only counted where every expression that
 * leads to it was evaluated here; whatever is not understood counts as if it were not there, and is said.
 *
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/">Validating Admission
 *     Policy</a>
 */
public final class AdmissionPolicies {

    private final List<AdmissionPolicy> policies;

    /**
     * Reads both kinds.
     *
     * @param policies the ValidatingAdmissionPolicies
     * @param bindings the ValidatingAdmissionPolicyBindings; a policy without one does nothing
     */
    public AdmissionPolicies(List<JsonNode> policies, List<JsonNode> bindings) {
        this.policies = policies.stream()
                .map(policy -> new AdmissionPolicy(policy, denying(policy, bindings)))
                .toList();
    }

    private static List<JsonNode> denying(JsonNode policy, List<JsonNode> bindings) {
        String name = policy.path("metadata").path("name").asText();
        return bindings.stream()
                .map(binding -> binding.path("spec"))
                .filter(spec -> spec.path("policyName").asText().equals(name))
                .filter(spec -> StreamSupport.stream(
                                spec.path("validationActions").spliterator(), false)
                        .anyMatch(action -> action.asText().equals("Deny")))
                .toList();
    }

    /** What they say of a request. */
    public AdmissionAnswer ask(AdmissionRequest request) {
        List<String> unknown = new ArrayList<>();
        Optional<String> refusal = Optional.empty();
        for (AdmissionPolicy policy : policies) {
            AdmissionAnswer answer = policy.ask(request);
            unknown.addAll(answer.unknown());
            refusal = refusal.or(answer::refusal);
        }
        return new AdmissionAnswer(refusal, unknown);
    }
}
