package dev.tenantmesh.model.mesh;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Provision;
import dev.tenantmesh.model.Syntax;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a control plane runs and who makes it.
 *
 * @param name the name of its resource; also the revision that namespaces follow
 * @param namespace its own namespace, which no tenant may claim
 * @param provision absent: generated
 * @param owner the tenant it is delegated to, which is the only one of its mesh; absent: the platform
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
     * @param platforms where it does; on others the platform team keeps the control plane. None: on all, and one that
     *     cannot delegate it is an error
     */
    @ModelRecord
    public record Owner(
            @Syntax(Syntax.Of.LABEL) String tenant,
            @Syntax(Syntax.Of.LABEL) List<String> platforms) {

        public Owner {
            platforms = List.copyOf(platforms);
        }

        /** Whether it owns it on a platform. */
        public boolean ownsOn(String platform) {
            return platforms.isEmpty() || platforms.contains(platform);
        }
    }
}
