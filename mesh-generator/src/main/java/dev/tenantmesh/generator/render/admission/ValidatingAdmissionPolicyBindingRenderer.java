package dev.tenantmesh.generator.render.admission;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.admission.AdmissionPlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import java.util.List;
import java.util.Map;

/** Prints the bindings by which ValidatingAdmissionPolicies refuse; without one a policy does nothing. */
public final class ValidatingAdmissionPolicyBindingRenderer implements Renderer {

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.guardrails().admission().stream()
                .map(policy -> (Rendered) new RenderedObject(
                        plan.platform(), print(policy), policy.heading().entry()))
                .toList();
    }

    private static ValidatingAdmissionPolicyBinding print(AdmissionPlan plan) {
        return new ValidatingAdmissionPolicyBinding(
                Metadata.of(plan.heading(), Map.of(), Map.of()).build(),
                new ValidatingAdmissionPolicyBinding.Spec(
                        plan.heading().name(),
                        List.of("Deny"),
                        plan.namespaces().isEmpty()
                                ? null
                                : new ValidatingAdmissionPolicyBinding.MatchResources(
                                        "Equivalent", named(plan.namespaces()), new LabelSelector())));
    }

    private static LabelSelector named(List<String> namespaces) {
        return new LabelSelectorBuilder()
                .addNewMatchExpression()
                .withKey("kubernetes.io/metadata.name")
                .withOperator("In")
                .withValues(namespaces)
                .endMatchExpression()
                .build();
    }
}
