package dev.tenantmesh.model.mesh;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Provision;
import dev.tenantmesh.model.Syntax;
import org.jspecify.annotations.Nullable;

/**
 * Where a control plane runs and who makes it.
 *
 * @param name the name of its resource; also the revision that namespaces follow
 * @param namespace its own namespace, which no tenant may claim
 * @param provision absent: generated
 * @param owner the tenant it is delegated to, where the platform can do that; absent: the platform
 */
@ModelRecord
public record ControlPlane(
        @Syntax(Syntax.Of.LABEL) String name,
        @Syntax(Syntax.Of.LABEL) String namespace,
        @Nullable Provision provision,
        @Nullable Owner owner) {

    /** Whether the smallest control plane resource is rendered. */
    public boolean isGenerated() {
        return provision != Provision.EXISTING;
    }

    /**
     * A tenant that owns its control plane.
     *
     * @param tenant its name
     */
    @ModelRecord
    public record Owner(@Syntax(Syntax.Of.LABEL) String tenant) {}
}
