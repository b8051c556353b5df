package dev.tenantmesh.model.mesh;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import java.util.List;

/**
 * Who brings namespaces into a mesh.
 *
 * @param by whoever does
 * @param platforms where; on others the platform team does. None: on all, and one that cannot delegate it is an error
 */
@ModelRecord
public record Membership(By by, @Syntax(Syntax.Of.LABEL) List<String> platforms) {

    public Membership {
        platforms = List.copyOf(platforms);
    }

    /** Whether tenants bring their own namespaces on a platform. */
    public boolean isOfTenants(String platform) {
        return by == By.TENANT && (platforms.isEmpty() || platforms.contains(platform));
    }

    /** Who it is. */
    public enum By {
        /** The platform team lists the members. */
        @JsonProperty("platform")
        PLATFORM,
        /** Owners with the role edit or admin add the namespaces in which they hold it. */
        @JsonProperty("tenant")
        TENANT
    }
}
