package dev.tenantmesh.generator.plan.quota;

import dev.tenantmesh.generator.plan.Heading;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A ResourceQuota.
 *
 * @param heading name, place and reason
 * @param hard the bounds by their keys, as the API server stores them
 */
public record QuotaPlan(Heading heading, SortedMap<String, String> hard) {

    public QuotaPlan {
        hard = Collections.unmodifiableSortedMap(new TreeMap<>(hard));
    }
}
