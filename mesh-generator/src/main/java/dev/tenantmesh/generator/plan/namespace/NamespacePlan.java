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
 * @param merged whether somebody else makes the namespace, so that only our labels are applied
 */
public record NamespacePlan(Heading heading, SortedMap<String, String> labels, boolean merged) {

    public NamespacePlan {
        heading = heading.with(Rollout.NAMESPACE);
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }
}
