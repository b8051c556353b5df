package dev.tenantmesh.verifier.assertion;

import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who owns namespaces.
 *
 * @param name the tenant
 * @param namespaces whose pods are theirs
 * @param writable where they may write NetworkPolicies and the mesh's policies themselves
 */
public record Owner(String name, Set<String> namespaces, Set<String> writable) {

    public Owner {
        namespaces = new TreeSet<>(namespaces);
        writable = new TreeSet<>(writable);
    }

    /** The same with these namespaces. */
    public Owner owns(String... names) {
        return new Owner(name, Set.of(names), writable);
    }

    /** The same with policies of their own in these namespaces. */
    public Owner writesPoliciesIn(String... names) {
        return new Owner(name, namespaces, Set.of(names));
    }
}
