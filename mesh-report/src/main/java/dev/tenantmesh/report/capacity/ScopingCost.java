package dev.tenantmesh.report.capacity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantmesh.model.capacity.Estimate;
import dev.tenantmesh.model.capacity.Range;
import dev.tenantmesh.report.capacity.manifest.Pushes;
import dev.tenantmesh.report.capacity.manifest.Scoping;
import dev.tenantmesh.report.capacity.manifest.Told;
import dev.tenantmesh.report.capacity.shown.Block;
import dev.tenantmesh.report.capacity.shown.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the memory of sidecars is expected to be by what they are told, and what it would be if they were told everything.
 *
 * @param scopings what the sidecars of each workload are told
 * @param estimate what that takes
 * @param measured whether somebody measured it in the cluster
 */
record ScopingCost(List<Scoping> scopings, Estimate estimate, boolean measured) {

    /** Where the estimate comes from. */
    private static final List<String> SOURCES = List.of(
            "https://github.com/istio/istio/issues/11254",
            "https://istio.io/latest/docs/ops/configuration/mesh/configuration-scoping/",
            "https://github.com/istio/istio/blob/master/pilot/pkg/xds/proxy_dependencies.go");

    /**
     * Some sidecars together.
     *
     * @param scoped bytes that they take
     * @param everything bytes if they were told everything
     * @param saved what lies between
     */
    record Sum(Range scoped, Range everything, Range saved) {

        static final Sum NONE = new Sum(Range.NONE, Range.NONE, Range.NONE);

        Sum plus(Sum other) {
            return new Sum(scoped.plus(other.scoped), everything.plus(other.everything), saved.plus(other.saved));
        }
    }

    /** What is known; empty if there are no sidecars, or no manifests of which it could be told. */
    static Optional<ScopingCost> of(PlatformCapacity platform) {
        Estimate measured = platform.cluster().estimate();
        return platform.scopings().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ScopingCost(platform.scopings(), platform.cluster().estimated(), measured != null));
    }

    /** All sidecars of each tenant that are counted. */
    SortedMap<String, Sum> tenants() {
        SortedMap<String, Sum> sums = new TreeMap<>();
        scopings.forEach(scoping -> sums.merge(scoping.sidecars().tenant().name(), sum(scoping), Sum::plus));
        return sums;
    }

    /** All sidecars that are counted. */
    Sum total() {
        return scopings.stream().map(this::sum).reduce(Sum.NONE, Sum::plus);
    }

    private Sum sum(Scoping scoping) {
        return scoping.count()
                .map(count -> new Sum(
                        scoping.scoped().memory(estimate).times(count),
                        scoping.everything().memory(estimate).times(count),
                        scoping.saved(estimate).times(count)))
                .orElse(Sum.NONE);
    }

    Block workloads() {
        List<List<String>> rows = scopings.stream()
                .map(scoping -> List.of(
                        scoping.name(),
                        of(scoping.scoped().ports(), scoping.everything().ports()),
                        Units.count(scoping.scoped().endpoints()) + " of "
                                + Units.count(scoping.everything().endpoints()),
                        Units.used(scoping.scoped().memory(estimate)),
                        Units.used(scoping.everything().memory(estimate))))
                .toList();
        return new Block(
                "What each sidecar is told",
                List.of("whose", "Service ports", "endpoints", "memory estimated", "if it were told everything"),
                rows,
                notes());
    }

    private static String of(int some, int all) {
        return some + " of " + all;
    }

    private List<String> notes() {
        String where = measured
                ? "Estimated with what the Platform says was measured in the cluster (capacity.estimate): "
                : "Estimated, since no formula is published; capacity.estimate of the Platform takes measured amounts: ";
        return List.of(
                where + Units.used(estimate.emptyProxy()) + " for a proxy, "
                        + Units.used(estimate.configuration(1, Range.NONE)) + " for each port of a Service and "
                        + Units.used(estimate.configuration(0, Range.of(1, 1))) + " for each endpoint.",
                "Everything is what the control plane discovers of the manifests and the documents; Services that are in"
                        + " neither, as its own, are not counted. Nor are pods of which nobody says how many there are.",
                "Gateways know no Sidecar: they are told of what is exported to their namespace.");
    }

    Block tenants(List<String> ambient) {
        List<List<String>> rows = new ArrayList<>();
        SortedMap<String, Sum> tenants = tenants();
        tenants.forEach((tenant, sum) -> rows.add(row(tenant, sum)));
        if (tenants.size() > 1) {
            rows.add(row("all", total()));
        }
        List<String> notes = new ArrayList<>();
        Pushes.percent(scopings)
                .ifPresent(percent -> notes.add("A change of a Service is sent to "
                        + percent.stripTrailingZeros().toPlainString()
                        + " % of the sidecars on the average, instead of all, if each Service changes as often as another"
                        + " and there are as many sidecars as there may be."));
        if (!ambient.isEmpty()) {
            notes.add("Not scoped, since the proxies of nodes are told of every Service and pod (MESH0242): "
                    + String.join(", ", ambient) + ".");
        }
        return new Block(
                "What Sidecars save",
                List.of("whose", "memory estimated", "if all were told everything", "saved"),
                rows,
                notes);
    }

    private static List<String> row(String name, Sum sum) {
        return List.of(name, Units.used(sum.scoped()), Units.used(sum.everything()), Units.used(sum.saved()));
    }

    static List<String> sources() {
        return SOURCES;
    }

    void write(ObjectNode root) {
        ObjectNode written = root.putObject("scoping");
        written.put("measured", measured);
        Pushes.percent(scopings).ifPresent(percent -> written.put("percentOfPushes", percent));
        sum(written, total());
        scopings.forEach(scoping -> {
            ObjectNode workload = written.withArray("workloads").addObject();
            workload.put("cluster", scoping.site());
            workload.put("tenant", scoping.sidecars().tenant().name());
            workload.put("namespace", scoping.sidecars().namespace().name());
            workload.put("workload", scoping.sidecars().workload().name());
            told(workload.putObject("scoped"), scoping.scoped());
            told(workload.putObject("everything"), scoping.everything());
        });
        for (Map.Entry<String, Sum> tenant : tenants().entrySet()) {
            ObjectNode sums = written.withArray("tenants").addObject();
            sums.put("tenant", tenant.getKey());
            sum(sums, tenant.getValue());
        }
    }

    private void told(ObjectNode written, Told told) {
        written.put("servicePorts", told.ports());
        CapacityJson.range(written, "endpoints", told.endpoints());
        CapacityJson.range(written, "memory", told.memory(estimate));
    }

    private static void sum(ObjectNode written, Sum sum) {
        CapacityJson.range(written, "memory", sum.scoped());
        CapacityJson.range(written, "memoryWithout", sum.everything());
        CapacityJson.range(written, "saved", sum.saved());
    }
}
