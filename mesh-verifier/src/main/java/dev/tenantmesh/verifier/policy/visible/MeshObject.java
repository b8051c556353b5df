package dev.tenantmesh.verifier.policy.visible;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.profile.MeshSettings;

/**
 * Which object of a mesh's configuration something is.
 *
 * @param kind its kind
 * @param namespace where it stands
 * @param name its name
 * @param revision the only control planes that read it; empty: all of them
 * @param origin where it was written
 */
public record MeshObject(String kind, String namespace, String name, String revision, Origin origin) {

    private static final String REVISION = "istio.io/rev";

    static MeshObject of(Manifest manifest) {
        return new MeshObject(
                manifest.kind(),
                manifest.namespace(),
                manifest.name(),
                manifest.labels().getOrDefault(REVISION, ""),
                manifest.origin());
    }

    /**
     * Whether a control plane reads it: one without a revision reads everything.
     *
     * @see <a href="https://github.com/istio/istio/blob/master/pkg/config/model.go">LabelsInRevision</a>
     */
    public boolean isReadBy(MeshSettings mesh) {
        return revision.isEmpty() || mesh.isDefault() || revision.equals(mesh.revision());
    }

    /** How messages call it. */
    public String id() {
        return kind + " " + namespace + "/" + name;
    }
}
