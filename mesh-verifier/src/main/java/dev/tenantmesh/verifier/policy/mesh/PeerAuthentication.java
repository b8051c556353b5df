package dev.tenantmesh.verifier.policy.mesh;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.select.LabelSelector;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What proxies demand of a peer.
 *
 * @param namespace where it stands
 * @param name its name
 * @param selector which pods; one that selects everything is one for the namespace, or the mesh
 * @param mode for every port without a mode of its own
 * @param ports modes by port of the pod
 * @param origin where it was written
 * @see <a href="https://istio.io/latest/docs/reference/config/security/peer_authentication/">PeerAuthentication</a>
 */
public record PeerAuthentication(
        String namespace,
        String name,
        WorkloadSelector selector,
        Mode mode,
        SortedMap<Integer, Mode> ports,
        Origin origin) {

    /** The modes. */
    public enum Mode {
        /** As the next wider scope says. */
        UNSET,
        DISABLE,
        PERMISSIVE,
        STRICT
    }

    public PeerAuthentication {
        ports = Collections.unmodifiableSortedMap(new TreeMap<>(ports));
    }

    /** Which pods. */
    public LabelSelector pods() {
        return selector.pods();
    }

    /** How messages call it. */
    public String id() {
        return "PeerAuthentication " + namespace + "/" + name;
    }
}
