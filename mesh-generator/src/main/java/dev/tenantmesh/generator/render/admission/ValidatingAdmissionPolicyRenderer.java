package dev.tenantmesh.generator.render.admission;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.admission.AdmissionPlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.List;
import java.util.Map;

/** Prints ValidatingAdmissionPolicies; what cannot be evaluated is refused. */
public final class ValidatingAdmissionPolicyRenderer implements Renderer {

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.guardrails().admission().stream()
                .map(policy -> (Rendered) new RenderedObject(
                        plan.platform(), print(policy), policy.heading().entry()))
                .toList();
    }

    private static ValidatingAdmissionPolicy print(AdmissionPlan plan) {
        return new ValidatingAdmissionPolicy(
                Metadata.of(plan.heading(), Map.of(), Map.of()).build(),
                new ValidatingAdmissionPolicy.Spec(
                        "Fail",
                        new ValidatingAdmissionPolicy.Constraints(
                                "Equivalent",
                                new LabelSelector(),
                                new LabelSelector(),
                                plan.resources().stream()
                                        .map(ValidatingAdmissionPolicyRenderer::rule)
                                        .toList()),
                        named(plan.conditions()),
                        named(plan.variables()),
                        plan.checks().stream()
                                .map(check ->
                                        new ValidatingAdmissionPolicy.Validation(check.expression(), check.message()))
                                .toList()));
    }

    private static ValidatingAdmissionPolicy.Rule rule(AdmissionPlan.Resources resources) {
        return new ValidatingAdmissionPolicy.Rule(
                List.of(resources.group()), List.of("*"), resources.operations(), resources.names(), "*");
    }

    private static List<ValidatingAdmissionPolicy.Named> named(List<AdmissionPlan.Expression> expressions) {
        return expressions.stream()
                .map(named -> new ValidatingAdmissionPolicy.Named(named.name(), named.expression()))
                .toList();
    }
}
