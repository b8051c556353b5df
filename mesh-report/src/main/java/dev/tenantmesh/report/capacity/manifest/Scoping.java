package dev.tenantmesh.report.capacity.manifest;

import dev.tenantmesh.model.capacity.Estimate;
import dev.tenantmesh.model.capacity.Range;
import dev.tenantmesh.model.effective.WorkloadSidecars;
import dev.tenantmesh.model.gateway.Replicas;
import java.util.Optional;

/**
 * What the sidecars of a workload are told with the Sidecars that are generated, and what without.
 *
 * @param site the cluster
 * @param sidecars whose they are
 * @param scoped what each is told
 * @param everything what each would be told: all that its control plane knows
 */
public record Scoping(String site, WorkloadSidecars sidecars, Told scoped, Told everything) {

    /** How people call the workload; in one of several clusters by its cluster, too. */
    public String name() {
        String cluster = site.contains("/") ? site.substring(site.indexOf('/') + 1) + ": " : "";
        return cluster + sidecars.namespace().name() + "/" + sidecars.workload().name();
    }

    /** How many sidecars there are; empty if nobody says. */
    public Optional<Range> count() {
        return sidecars.count().map(Scoping::range);
    }

    /** The bytes of a sidecar that need not be told of the rest; what a proxy takes by itself is the same in both. */
    public Range saved(Estimate estimate) {
        Range more = new Range(
                everything.endpoints().low().subtract(scoped.endpoints().low()),
                everything.endpoints().high().subtract(scoped.endpoints().high()));
        return estimate.configuration(everything.ports() - scoped.ports(), more);
    }

    static Range range(Replicas replicas) {
        return Range.of(replicas.min(), replicas.max());
    }
}
