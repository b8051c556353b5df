package dev.tenantmesh.report.capacity.manifest;

import dev.tenantmesh.model.capacity.Range;
import dev.tenantmesh.verifier.world.Pod;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the proxies of one workload of some manifests reserve: its sidecars, or the pods of a gateway.
 *
 * @param pod what its pods are like
 * @param count how many there are; empty if no manifest says
 * @param size what each reserves, by {@code requests.cpu} and so on; what nobody says is not there
 */
record Reservation(Pod pod, Optional<Range> count, SortedMap<String, BigDecimal> size) {

    Reservation {
        size = Collections.unmodifiableSortedMap(new TreeMap<>(size));
    }

    /** All of them; empty if it is not known how many there are. */
    Optional<Range> amount(String key) {
        return count.map(pods -> pods.times(Range.exactly(size.getOrDefault(key, BigDecimal.ZERO))));
    }

    /** Whether nothing bounds what they may use. */
    boolean isUnlimited() {
        return !size.containsKey(ProxySizes.LIMIT_CPU) || !size.containsKey(ProxySizes.LIMIT_MEMORY);
    }
}
