package dev.tenantmesh.generator.plan.namespace;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.Rollout;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A Namespace object.
 *
 * @param heading its name, and the same as its place
 * @param labels membership, injection, discovery, tenant and pod security
 * @param annotations what control planes must know of it
 * @param merged whether somebody else makes the namespace, so that only our labels are applied
 */
public record NamespacePlan(
        Heading heading, SortedMap<String, String> labels, SortedMap<String, String> annotations, boolean merged) {

    /** A namespace of which no more is to be known. */
    public NamespacePlan(Heading heading, SortedMap<String, String> labels, boolean merged) {
        this(heading, labels, new TreeMap<>(), merged);
    }

    public NamespacePlan {
        heading = heading.with(Rollout.NAMESPACE);
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    }
}
