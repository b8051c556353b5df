package dev.tenantmesh.generator.render.sail;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenantmesh.generator.render.CustomObject;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/** {@code sailoperator.io/v1 IstioCNI}, cluster-scoped and always named {@code default}. */
@Group("sailoperator.io")
@Version("v1")
@Kind("IstioCNI")
public final class IstioCni extends CustomObject<IstioCni.Spec> {

    private static final long serialVersionUID = 1L;

    public IstioCni(ObjectMeta metadata, Spec spec) {
        super("sailoperator.io/v1", "IstioCNI", metadata, spec);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Spec(String version, @Nullable String profile, String namespace) {}
}
