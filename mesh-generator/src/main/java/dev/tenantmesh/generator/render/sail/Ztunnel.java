package dev.tenantmesh.generator.render.sail;

import dev.tenantmesh.generator.render.CustomObject;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;

/** {@code sailoperator.io/v1 ZTunnel}, cluster-scoped and always named {@code default}. */
@Group("sailoperator.io")
@Version("v1")
@Kind("ZTunnel")
public final class Ztunnel extends CustomObject<Ztunnel.Spec> {

    private static final long serialVersionUID = 1L;

    public Ztunnel(ObjectMeta metadata, Spec spec) {
        super("sailoperator.io/v1", "ZTunnel", metadata, spec);
    }

    public record Spec(String version, String namespace, TargetRef targetRef) {}

    public record TargetRef(String kind, String name) {}
}
