package dev.tenantmesh.verifier.reach;

/** Against whom a verdict holds. */
public enum Adversary {
    /** Nobody does anything but what the manifests say. */
    ACCIDENT,
    /**
     * Whoever owns the source uses any service account of its namespaces, and a key of one pod in another; what its own
     * proxies do counts for nothing.
     */
    HOSTILE_SOURCE
}
