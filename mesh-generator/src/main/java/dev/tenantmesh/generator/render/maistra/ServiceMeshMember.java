package dev.tenantmesh.generator.render.maistra;

import dev.tenantmesh.generator.render.CustomObject;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;

/** {@code maistra.io/v1 ServiceMeshMember}, always named {@code default}, in the member's own namespace. */
@Group("maistra.io")
@Version("v1")
@Kind("ServiceMeshMember")
public final class ServiceMeshMember extends CustomObject<ServiceMeshMember.Spec> implements Namespaced {

    private static final long serialVersionUID = 1L;

    public ServiceMeshMember(ObjectMeta metadata, Spec spec) {
        super("maistra.io/v1", "ServiceMeshMember", metadata, spec);
    }

    public record Spec(ControlPlaneRef controlPlaneRef) {}

    public record ControlPlaneRef(String name, String namespace) {}
}
