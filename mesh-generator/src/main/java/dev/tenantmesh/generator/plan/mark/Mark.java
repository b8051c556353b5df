package dev.tenantmesh.generator.plan.mark;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Labels and annotations that mean something to people and their tools, never to a policy.
 *
 * @param labels for metadata alone: neither selectors nor pods get them
 * @param annotations likewise
 */
public record Mark(SortedMap<String, String> labels, SortedMap<String, String> annotations) {

    public Mark(Map<String, String> labels, Map<String, String> annotations) {
        this((SortedMap<String, String>) new TreeMap<>(labels), new TreeMap<>(annotations));
    }

    public Mark {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    }

    /** With what a lower level adds; a key that both have has one value in both. */
    Mark with(Map<String, String> moreLabels, Map<String, String> moreAnnotations) {
        Map<String, String> allLabels = new TreeMap<>(moreLabels);
        allLabels.putAll(labels);
        Map<String, String> allAnnotations = new TreeMap<>(moreAnnotations);
        allAnnotations.putAll(annotations);
        return new Mark(allLabels, allAnnotations);
    }
}
