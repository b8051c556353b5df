package dev.tenantmesh.generator.plan.cluster;

import dev.tenantmesh.generator.plan.Heading;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an east-west gateway lets through.
 *
 * @param heading name, place and reason
 * @param podLabels the gateway's pods, in the same namespace
 * @param hosts the names of exported Services, sorted; at least one
 */
public record EastWestGatewayPlan(Heading heading, SortedMap<String, String> podLabels, List<String> hosts) {

    public EastWestGatewayPlan {
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("A gateway without hosts would not exist: " + heading.entry());
        }
        podLabels = Collections.unmodifiableSortedMap(new TreeMap<>(podLabels));
        hosts = hosts.stream().distinct().sorted().toList();
    }
}
