package dev.tenantmesh.generator.render.admission;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenantmesh.generator.render.CustomObject;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;

/** {@code admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy}, cluster-scoped. */
@Group("admissionregistration.k8s.io")
@Version("v1")
@Kind("ValidatingAdmissionPolicy")
public final class ValidatingAdmissionPolicy extends CustomObject<ValidatingAdmissionPolicy.Spec> {

    private static final long serialVersionUID = 1L;

    public ValidatingAdmissionPolicy(ObjectMeta metadata, Spec spec) {
        super("admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy", metadata, spec);
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Spec(
            String failurePolicy,
            Constraints matchConstraints,
            List<Named> matchConditions,
            List<Named> variables,
            List<Validation> validations) {}

    public record Constraints(
            String matchPolicy,
            LabelSelector namespaceSelector,
            LabelSelector objectSelector,
            List<Rule> resourceRules) {}

    public record Rule(
            List<String> apiGroups,
            List<String> apiVersions,
            List<String> operations,
            List<String> resources,
            String scope) {}

    public record Named(String name, String expression) {}

    public record Validation(String expression, String message) {}
}
