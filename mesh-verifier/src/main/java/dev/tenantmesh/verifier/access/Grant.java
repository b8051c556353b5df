package dev.tenantmesh.verifier.access;

import dev.tenantmesh.model.problem.Origin;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A role that somebody is given.
 *
 * @param subject to whom
 * @param namespace where it holds; empty: everywhere
 * @param role the role, such as {@code ClusterRole edit}
 * @param powers what it gives; of a role that nobody here knows all of them
 * @param known whether what it gives is known
 * @param origin where it is given
 */
public record Grant(Subject subject, String namespace, String role, Set<Power> powers, boolean known, Origin origin) {

    public Grant {
        powers = powers.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(powers));
    }

    /** Whether it holds in a namespace. */
    public boolean holdsIn(String home) {
        return namespace.isEmpty() || namespace.equals(home);
    }

    /** Whether it was given in that namespace itself. */
    public boolean isOf(String home) {
        return namespace.equals(home);
    }
}
