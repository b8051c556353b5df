package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.policy.mesh.PeerAuthentication;
import dev.tenantmesh.verifier.policy.mesh.PeerAuthentication.Mode;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import java.util.Set;

/** Which modes of mutual TLS may hold for a port: one, unless policies of one scope contradict each other. */
public final class PortModes {

    private final AuthenticationLayer layer;

    public PortModes(List<PeerAuthentication> policies) {
        this.layer = new AuthenticationLayer(policies);
    }

    /** The modes that may hold for a port of a pod whose proxy is of a mesh. */
    public Set<Mode> of(Pod pod, MeshSettings mesh, int port) {
        return AuthenticationLayer.modes(layer.settings(pod, mesh, port));
    }

    /** Whether a peer without an identity is certainly turned away. */
    public boolean isStrict(Pod pod, MeshSettings mesh, int port) {
        return of(pod, mesh, port).equals(Set.of(Mode.STRICT));
    }
}
