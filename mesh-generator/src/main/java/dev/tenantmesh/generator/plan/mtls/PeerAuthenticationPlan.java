package dev.tenantmesh.generator.plan.mtls;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.Rollout;
import dev.tenantmesh.model.MtlsMode;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One PeerAuthentication.
 *
 * @param heading name, place and reason
 * @param podLabels the workload; empty: the whole namespace, or the whole mesh in the root namespace
 * @param mode never left to inheritance
 * @param ports exceptions by pod port
 */
public record PeerAuthenticationPlan(
        Heading heading, SortedMap<String, String> podLabels, MtlsMode mode, SortedMap<Integer, MtlsMode> ports) {

    public PeerAuthenticationPlan(
            Heading heading, Map<String, String> podLabels, MtlsMode mode, Map<Integer, MtlsMode> ports) {
        this(heading, (SortedMap<String, String>) new TreeMap<>(podLabels), mode, new TreeMap<>(ports));
    }

    public PeerAuthenticationPlan {
        if (podLabels.isEmpty() && !ports.isEmpty()) {
            throw new IllegalArgumentException("Exceptions by port need a workload: " + heading.entry());
        }
        if (mode == MtlsMode.STRICT && ports.values().stream().allMatch(MtlsMode.STRICT::equals)) {
            heading = heading.with(Rollout.closing(podLabels.isEmpty()));
        }
        podLabels = Collections.unmodifiableSortedMap(new TreeMap<>(podLabels));
        ports = Collections.unmodifiableSortedMap(new TreeMap<>(ports));
    }
}
