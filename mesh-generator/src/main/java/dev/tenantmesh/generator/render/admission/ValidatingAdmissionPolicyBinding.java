package dev.tenantmesh.generator.render.admission;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenantmesh.generator.render.CustomObject;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding}, cluster-scoped. */
@Group("admissionregistration.k8s.io")
@Version("v1")
@Kind("ValidatingAdmissionPolicyBinding")
public final class ValidatingAdmissionPolicyBinding extends CustomObject<ValidatingAdmissionPolicyBinding.Spec> {

    private static final long serialVersionUID = 1L;

    public ValidatingAdmissionPolicyBinding(ObjectMeta metadata, Spec spec) {
        super("admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicyBinding", metadata, spec);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Spec(
            String policyName,
            List<String> validationActions,
            @Nullable MatchResources matchResources) {}

    public record MatchResources(String matchPolicy, LabelSelector namespaceSelector, LabelSelector objectSelector) {}
}
