package dev.tenantmesh.generator.plan.component;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the pods of a workload need, whatever kind of object makes them.
 *
 * @param name the name of that object
 * @param entry the model entry
 * @param serviceAccount the identity that policies admit
 * @param labels what policies select the pods by, and what asks for a sidecar where pods have to ask
 * @param annotations what the injector is told
 * @param seccomp whether the pod has to name a seccomp profile for the containers that are injected without one
 */
public record WorkloadPatch(
        String name,
        String entry,
        String serviceAccount,
        SortedMap<String, String> labels,
        SortedMap<String, String> annotations,
        boolean seccomp) {

    public WorkloadPatch {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    }
}
