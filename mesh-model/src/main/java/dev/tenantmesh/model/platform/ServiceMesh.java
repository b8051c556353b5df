package dev.tenantmesh.model.platform;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenantmesh.model.DataPlane;
import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import org.jspecify.annotations.Nullable;

/**
 * The service mesh product.
 *
 * @param type who ships it
 * @param version its minor version, such as {@code "3.4"} or {@code "1.30"}
 * @param dataPlane where the proxies of its members run, unless a Mesh or a namespace says otherwise; absent: sidecar
 */
@ModelRecord
public record ServiceMesh(
        Type type,
        @Syntax(Syntax.Of.VERSION) String version,
        @Nullable DataPlane dataPlane) {

    /** The products. */
    public enum Type {
        @JsonProperty("istio")
        ISTIO,
        @JsonProperty("openshift-service-mesh")
        OPENSHIFT_SERVICE_MESH
    }
}
