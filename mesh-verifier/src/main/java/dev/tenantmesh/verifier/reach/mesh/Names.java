package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.policy.mesh.Identity;

/** How a proxy compares what a policy writes with whom a certificate is for. */
interface Names {

    /** Whether a value of {@code principals} means an identity. */
    boolean isPrincipal(String value, Identity identity);

    /** Whether a value of {@code namespaces} means the namespace of an identity. */
    boolean isNamespace(String value, Identity identity);

    /** Whether a text is like a pattern that may have a star at one of its ends, or be one. */
    static boolean isLike(String pattern, String text) {
        if (pattern.equals("*")) {
            return !text.isEmpty();
        }
        if (pattern.startsWith("*")) {
            return text.endsWith(pattern.substring(1));
        }
        return pattern.endsWith("*")
                ? text.startsWith(pattern.substring(0, pattern.length() - 1))
                : text.equals(pattern);
    }
}
