package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.profile.MeshSettings;
import java.util.Optional;

/**
 * What stands in front of a pod.
 *
 * @param plane what kind of proxy
 * @param mesh whose; empty where there is none, or its control plane is not known
 * @param because one sentence without its full stop: why
 */
public record Enrollment(DataPlane plane, Optional<MeshSettings> mesh, String because) {

    /** Kinds of proxies. */
    public enum DataPlane {
        /** None: the network alone decides. */
        NONE,
        /** A proxy of its own that all TCP goes through but for a few ports. */
        SIDECAR,
        /** A proxy of the node. */
        AMBIENT,
        /** It is a proxy itself and listens on ports of its own. */
        GATEWAY
    }

    /** Whether it can have an identity of a mesh. */
    public boolean isEnrolled() {
        return plane != DataPlane.NONE;
    }
}
