package dev.tenantmesh.verifier.policy.mesh;

/**
 * Whom a certificate of a mesh is for.
 *
 * @param trustDomain the mesh's trust domain
 * @param namespace the namespace of the pods
 * @param serviceAccount the service account they run as; {@link #ANY_OTHER} for one that nothing names
 * @see <a href="https://istio.io/latest/docs/concepts/security/#istio-identity">Istio identity</a>
 */
public record Identity(String trustDomain, String namespace, String serviceAccount) implements Comparable<Identity> {

    /** Stands for every service account that somebody could make and that no manifest names; no name looks like it. */
    public static final String ANY_OTHER = "(any other)";

    /** As AuthorizationPolicies write it. */
    public String principal() {
        return trustDomain + "/ns/" + namespace + "/sa/" + serviceAccount;
    }

    @Override
    public int compareTo(Identity other) {
        return principal().compareTo(other.principal());
    }

    @Override
    public String toString() {
        return principal();
    }
}
