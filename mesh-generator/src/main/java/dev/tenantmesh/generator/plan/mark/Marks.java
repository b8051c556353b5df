package dev.tenantmesh.generator.plan.mark;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.tenant.Tenant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides what each object of a platform is marked with: by the Platform, then its Mesh, then its Tenant. A Namespace
 * does not get what its Tenant says: by the labels of Namespaces a cluster recognises who may do what, and not all who
 * do so are known here.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/rbac-good-practices/#namespace-modification">namespace
 *     modification</a>
 */
public final class Marks {

    private final Mark platform;
    private final Map<String, Mark> meshes = new HashMap<>();
    private final Map<String, Mark> tenants = new HashMap<>();

    private Marks(Platform platform) {
        this.platform = new Mark(platform.labels(), platform.annotations());
    }

    /** What a platform's objects are marked with. */
    public static Marks plan(MeshModel model, Platform platform) {
        Marks marks = new Marks(platform);
        for (Mesh mesh : model.meshes()) {
            Mark mark = marks.platform.with(mesh.labels(), mesh.annotations());
            marks.meshes.put(mesh.name(), mark);
            for (Tenant tenant : model.tenantsOf(mesh)) {
                marks.tenants.put(tenant.name(), mark.with(tenant.labels(), tenant.annotations()));
            }
        }
        return marks;
    }

    /** The mark of a Namespace. */
    public Mark ofNamespace(@Nullable String mesh) {
        return meshes.getOrDefault(mesh, platform);
    }

    /** The mark of anything else; of a mesh or a tenant as far as it belongs to one. */
    public Mark of(@Nullable String mesh, @Nullable String tenant) {
        return tenants.getOrDefault(tenant, ofNamespace(mesh));
    }
}
