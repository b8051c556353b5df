package dev.tenantmesh.generator.plan.member;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Pods of one namespace as the two layers see them.
 *
 * @param namespace their namespace
 * @param labels what selects them; empty: every pod of the namespace
 * @param principal their identity, {@code <trust domain>/ns/<namespace>/sa/<service account>}, where the service
 *     account may be {@code *}
 */
public record Pods(String namespace, SortedMap<String, String> labels, String principal) {

    public Pods(String namespace, Map<String, String> labels, String principal) {
        this(namespace, (SortedMap<String, String>) new TreeMap<>(labels), principal);
    }

    public Pods {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /** Every pod of a namespace, with whatever service account. */
    public static Pods all(String namespace, String trustDomain) {
        return new Pods(namespace, Map.of(), trustDomain + "/ns/" + namespace + "/sa/*");
    }

    /** Pods that run with one service account. */
    public static Pods of(String namespace, Map<String, String> labels, String trustDomain, String account) {
        return new Pods(namespace, labels, trustDomain + "/ns/" + namespace + "/sa/" + account);
    }
}
