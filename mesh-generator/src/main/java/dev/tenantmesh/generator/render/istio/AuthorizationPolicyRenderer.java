package dev.tenantmesh.generator.render.istio;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.Labels;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.authorization.AuthorizationPlan;
import dev.tenantmesh.generator.plan.authorization.AuthorizationPlan.Target;
import dev.tenantmesh.generator.plan.authorization.AuthorizationRule;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.istio.api.api.security.v1beta1.AuthorizationPolicy;
import io.fabric8.istio.api.api.security.v1beta1.AuthorizationPolicyAction;
import io.fabric8.istio.api.api.security.v1beta1.AuthorizationPolicyBuilder;
import io.fabric8.istio.api.api.security.v1beta1.Condition;
import io.fabric8.istio.api.api.security.v1beta1.Operation;
import io.fabric8.istio.api.api.security.v1beta1.Rule;
import io.fabric8.istio.api.api.security.v1beta1.RuleBuilder;
import io.fabric8.istio.api.api.security.v1beta1.RuleFrom;
import io.fabric8.istio.api.api.security.v1beta1.RuleTo;
import io.fabric8.istio.api.api.security.v1beta1.Source;
import io.fabric8.istio.api.api.type.v1beta1.PolicyTargetReference;
import io.fabric8.istio.api.api.type.v1beta1.PolicyTargetReferenceBuilder;
import io.fabric8.istio.api.api.type.v1beta1.WorkloadSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints AuthorizationPolicies, with the action always written out.
 *
 * @see <a href="https://istio.io/latest/docs/tasks/security/authorization/authz-dry-run/">Dry run</a>
 */
public final class AuthorizationPolicyRenderer implements Renderer {

    private static final String DRY_RUN = "istio.io/dry-run";

    private final IstioApi api;

    public AuthorizationPolicyRenderer(IstioApi api) {
        this.api = api;
    }

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(MeshPlan::authorizations)
                .map(policy -> (Rendered) new RenderedObject(
                        plan.platform(),
                        api.authorizationPolicy().apply(metadata(policy), print(policy)),
                        policy.heading().entry(),
                        policy.rules().stream().anyMatch(AuthorizationRule::isForEveryone)))
                .toList();
    }

    /** A policy that is only tried says so to proxies, and to our own linter why. */
    private static ObjectMeta metadata(AuthorizationPlan policy) {
        Map<String, String> annotations = policy.dryRun() == null
                ? Map.of()
                : Map.of(DRY_RUN, "true", Labels.LINT_ACCEPT, "MESH0420: " + policy.dryRun());
        return Metadata.of(policy.heading(), Map.of(), annotations)
                .withNamespace(policy.heading().namespace())
                .build();
    }

    private static AuthorizationPolicy print(AuthorizationPlan policy) {
        AuthorizationPolicyBuilder spec = new AuthorizationPolicyBuilder()
                .withAction(AuthorizationPolicyAction.valueOf(policy.action().name()))
                .withRules(policy.rules().stream()
                        .map(AuthorizationPolicyRenderer::rule)
                        .toList());
        if (!policy.podLabels().isEmpty()) {
            spec.withSelector(new WorkloadSelector(new LinkedHashMap<>(policy.podLabels())));
        }
        policy.target().ifPresent(target -> spec.withTargetRefs(reference(target)));
        return spec.build();
    }

    private static PolicyTargetReference reference(Target target) {
        return new PolicyTargetReferenceBuilder()
                .withGroup(target.group())
                .withKind(target.kind())
                .withName(target.name())
                .build();
    }

    private static Rule rule(AuthorizationRule rule) {
        RuleBuilder printed = new RuleBuilder();
        if (!rule.principals().isEmpty() || !rule.notPrincipals().isEmpty()) {
            Source source = new Source();
            source.setPrincipals(rule.principals());
            source.setNotPrincipals(rule.notPrincipals());
            printed.withFrom(new RuleFrom(source));
        }
        if (!rule.ports().isEmpty() || !rule.notPorts().isEmpty()) {
            Operation operation = new Operation();
            operation.setPorts(texts(rule.ports()));
            operation.setNotPorts(texts(rule.notPorts()));
            printed.withTo(new RuleTo(operation));
        }
        if (!rule.serverNames().isEmpty() || !rule.notServerNames().isEmpty()) {
            Condition condition = new Condition();
            condition.setKey("connection.sni");
            condition.setValues(rule.serverNames());
            condition.setNotValues(rule.notServerNames());
            printed.withWhen(condition);
        }
        return printed.build();
    }

    private static List<String> texts(List<Integer> ports) {
        return ports.stream().map(String::valueOf).toList();
    }
}
