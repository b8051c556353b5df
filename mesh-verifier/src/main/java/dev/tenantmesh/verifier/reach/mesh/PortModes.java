package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.policy.mesh.PeerAuthentication;
import dev.tenantmesh.verifier.policy.mesh.PeerAuthentication.Mode;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which modes of mutual TLS may hold for a port: one, unless policies of one scope contradict each other or it is not known which are read. */
public final class PortModes {

    private final AuthenticationLayer layer;

    public PortModes(List<PeerAuthentication> policies, Discovery discovery) {
        this.layer = new AuthenticationLayer(policies, discovery);
    }

    /** The modes that may hold for a port of a pod with a proxy. */
    public Set<Mode> of(Pod pod, Enrollment enrollment, int port) {
        return layer.settings(pod, enrollment, port).stream()
                .map(AuthenticationLayer.Setting::mode)
                .collect(Collectors.toSet());
    }

    /** Whether a peer without an identity is certainly turned away. */
    public boolean isStrict(Pod pod, Enrollment enrollment, int port) {
        return of(pod, enrollment, port).equals(Set.of(Mode.STRICT));
    }
}
