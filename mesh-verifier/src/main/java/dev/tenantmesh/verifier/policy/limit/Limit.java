package dev.tenantmesh.verifier.policy.limit;

import dev.tenantmesh.model.problem.Origin;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one object allows a namespace to use.
 *
 * @param kind whether it is about the namespace or about one container
 * @param namespace the namespace
 * @param name its name
 * @param amounts by key: {@code requests.cpu} of a namespace, {@code max.cpu} of a container
 * @param origin where it was written
 */
public record Limit(Kind kind, String namespace, String name, SortedMap<String, String> amounts, Origin origin) {

    /** What is bounded. */
    public enum Kind {
        /** All pods and objects of the namespace together. */
        NAMESPACE,
        /** Each container. */
        CONTAINER
    }

    public Limit {
        amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
    }
}
