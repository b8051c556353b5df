package dev.tenantmesh.model.platform;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;

/**
 * The cluster's distribution.
 *
 * @param type decides which system labels and kinds exist
 * @param version {@code "4.20"} for OpenShift, {@code "1.34"} for Kubernetes
 */
@ModelRecord
public record Distribution(
        Type type, @Syntax(Syntax.Of.VERSION) String version) {

    /** The distributions we know the system namespaces of. */
    public enum Type {
        @JsonProperty("openshift")
        OPENSHIFT,
        @JsonProperty("kubernetes")
        KUBERNETES
    }
}
