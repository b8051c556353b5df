package dev.tenantmesh.model;

/**
 * What a workload accepts, in Istio's words and ordered from loose to strict.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/security/peer_authentication/">PeerAuthentication</a>
 */
public enum MtlsMode {
    /** Plaintext only. */
    DISABLE,
    /** Plaintext and mutual TLS. */
    PERMISSIVE,
    /** Mutual TLS only. */
    STRICT;

    /** Whether this mode admits something the other one refuses. */
    public boolean isLooserThan(MtlsMode other) {
        return compareTo(other) < 0;
    }
}
