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

    /** Whether it is of a minor version or a later one. */
    public boolean isAtLeast(int major, int minor) {
        String[] parts = version.split("\\.", 3);
        int itsMajor = Integer.parseInt(parts[0]);
        int itsMinor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        return itsMajor > major || (itsMajor == major && itsMinor >= minor);
    }

    /** The distributions we know the system namespaces of. */
    public enum Type {
        @JsonProperty("openshift")
        OPENSHIFT,
        @JsonProperty("kubernetes")
        KUBERNETES
    }
}
