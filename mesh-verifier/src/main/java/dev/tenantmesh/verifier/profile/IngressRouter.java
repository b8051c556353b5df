package dev.tenantmesh.verifier.profile;

import dev.tenantmesh.verifier.select.Truth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The router that a cluster brings along and that carries out Routes and Ingresses. It is in no manifest.
 *
 * @param name of the Deployment that makes its pods
 * @param namespace where its pods run
 * @param namespaceLabels the labels of that namespace by which policies let the router in
 * @param podLabels the labels of its pods
 * @param onHostNetwork whether its pods have the network of their nodes; then sources of the host network carry its
 *     namespace's labels
 */
public record IngressRouter(
        String name,
        String namespace,
        SortedMap<String, String> namespaceLabels,
        SortedMap<String, String> podLabels,
        Truth onHostNetwork) {

    public IngressRouter {
        namespaceLabels = Collections.unmodifiableSortedMap(new TreeMap<>(namespaceLabels));
        podLabels = Collections.unmodifiableSortedMap(new TreeMap<>(podLabels));
    }
}
