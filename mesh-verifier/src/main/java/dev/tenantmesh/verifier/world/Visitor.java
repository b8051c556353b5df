package dev.tenantmesh.verifier.world;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A member of a mesh in another cluster: the network sees only where it comes from, and proxies who it is.
 *
 * @param name how people call it, such as {@code west:shop-prod/storefront}
 * @param trustDomain of its identities
 * @param namespace its own namespace
 * @param account its own service account
 * @param owned every service account that its owner could run it as, by namespace
 */
public record Visitor(
        String name, String trustDomain, String namespace, String account, SortedMap<String, Set<String>> owned) {

    public Visitor {
        SortedMap<String, Set<String>> copy = new TreeMap<>();
        owned.forEach((place, accounts) -> copy.put(place, Set.copyOf(new TreeSet<>(accounts))));
        owned = Collections.unmodifiableSortedMap(copy);
    }

    public Visitor(String name, String trustDomain, String namespace, String account, Map<String, Set<String>> owned) {
        this(name, trustDomain, namespace, account, (SortedMap<String, Set<String>>) new TreeMap<>(owned));
    }
}
