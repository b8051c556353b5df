package dev.tenantmesh.generator.plan.visibility;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.model.EgressPolicy;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the proxies of some pods are told about.
 *
 * @param heading name, place and reason
 * @param podLabels the pods; empty: those of the namespace that have no plan of their own
 * @param hosts {@code <namespace>/<Service>}, sorted; {@code ~/*}, alone, if there is nothing to be told
 * @param egress what the proxies do with destinations they were not told about; always said, since a Sidecar that has
 *     the field without a mode means REGISTRY_ONLY
 */
public record SidecarPlan(
        Heading heading, SortedMap<String, String> podLabels, List<String> hosts, EgressPolicy egress) {

    /** Nothing at all; never beside another host, since from Istio 1.31 on it takes hosts away then. */
    public static final String NOTHING = "~/*";

    public SidecarPlan {
        podLabels = Collections.unmodifiableSortedMap(new TreeMap<>(podLabels));
        hosts = hosts.isEmpty()
                ? List.of(NOTHING)
                : hosts.stream().distinct().sorted().toList();
        if (hosts.size() > 1 && hosts.contains(NOTHING)) {
            throw new IllegalArgumentException("Nothing, and something else: " + hosts);
        }
    }
}
