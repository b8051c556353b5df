package dev.tenantmesh.verifier.claim;

/** Against whom a claim holds. */
public enum Level {
    /** Nobody does anything but what the manifests say. */
    ACCIDENT,
    /**
     * Whoever owns the source chooses labels and service accounts, uses keys of one pod in another, and writes what they
     * may write in their own namespaces, so that what closes their own way out counts only if they cannot write it.
     */
    HOSTILE_SOURCE,
    /** Whoever owns the destination does the same to themselves: of what they may write, the worst is assumed. */
    SELF_HARM
}
