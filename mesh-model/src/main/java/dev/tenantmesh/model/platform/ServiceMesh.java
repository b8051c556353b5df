package dev.tenantmesh.model.platform;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenantmesh.model.DataPlane;
import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The service mesh product.
 *
 * @param type who ships it
 * @param version its minor version, such as {@code "3.4"} or {@code "1.30"}
 * @param dataPlane where the proxies of its members run, unless a Mesh or a namespace says otherwise; absent: sidecar
 * @param controlPlanes control planes that are called otherwise here than their Mesh says
 */
@ModelRecord
public record ServiceMesh(
        Type type,
        @Syntax(Syntax.Of.VERSION) String version,
        @Nullable DataPlane dataPlane,
        List<Named> controlPlanes) {

    public ServiceMesh {
        controlPlanes = List.copyOf(controlPlanes);
    }

    /**
     * The name of one control plane on this platform. What is called by it, such as the Service of istiod, would clash where
     * two products run side by side.
     *
     * @param mesh whose it is
     * @param name the name of its resource, and the revision that namespaces follow
     */
    @ModelRecord
    public record Named(
            @Syntax(Syntax.Of.LABEL) String mesh,
            @Syntax(Syntax.Of.LABEL) String name) {}

    /** What the control plane of a mesh is called here, if it is not called as its Mesh says. */
    public Optional<String> controlPlane(String mesh) {
        return controlPlanes.stream()
                .filter(named -> named.mesh().equals(mesh))
                .map(Named::name)
                .findFirst();
    }

    /** The products. */
    public enum Type {
        @JsonProperty("istio")
        ISTIO,
        @JsonProperty("openshift-service-mesh")
        OPENSHIFT_SERVICE_MESH
    }
}
