package dev.tenantmesh.generator.render.maistra;

import dev.tenantmesh.generator.render.CustomObject;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;

/** {@code maistra.io/v1 ServiceMeshMemberRoll}, always named {@code default}, in the control plane's namespace. */
@Group("maistra.io")
@Version("v1")
@Kind("ServiceMeshMemberRoll")
public final class ServiceMeshMemberRoll extends CustomObject<ServiceMeshMemberRoll.Spec> implements Namespaced {

    private static final long serialVersionUID = 1L;

    public ServiceMeshMemberRoll(ObjectMeta metadata, Spec spec) {
        super("maistra.io/v1", "ServiceMeshMemberRoll", metadata, spec);
    }

    public record Spec(List<String> members) {}
}
