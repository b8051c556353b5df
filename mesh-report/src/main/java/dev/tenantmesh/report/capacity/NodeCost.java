package dev.tenantmesh.report.capacity;

import dev.tenantmesh.model.capacity.ProxySize;
import dev.tenantmesh.model.capacity.Range;
import dev.tenantmesh.model.gateway.Replicas;
import dev.tenantmesh.report.capacity.shown.Block;
import dev.tenantmesh.report.capacity.shown.Units;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What sidecars take of nodes.
 *
 * @param pods the most pods that one takes; absent: not known
 * @param full what the sidecars of that many pods cost, as an injector makes them
 * @param nodes how many nodes there are; absent: not known
 * @param average what is on each of them if the sidecars of the model are spread evenly
 */
record NodeCost(
        @Nullable Integer pods, Usage full, @Nullable Integer nodes, Usage average) {

    private static final int DIGITS = 6;

    /** What is known; empty if nobody says how large the cluster is. */
    static Optional<NodeCost> of(PlatformCapacity platform) {
        Integer pods = platform.cluster().podsPerNode();
        Integer nodes = platform.cluster().nodes();
        if (pods == null && nodes == null) {
            return Optional.empty();
        }
        Usage full = pods == null
                ? Usage.NONE
                : Usage.of(Replicas.of(pods), ProxySize.INJECTED, Range.NONE, platform.sidecarMemory());
        Usage average = nodes == null ? Usage.NONE : spread(platform.total(), nodes);
        return Optional.of(new NodeCost(pods, full, nodes, average));
    }

    private static Usage spread(Usage total, int nodes) {
        return new Usage(
                share(total.proxies(), nodes),
                share(total.requestedCpu(), nodes),
                share(total.requestedMemory(), nodes),
                share(total.limitCpu(), nodes),
                share(total.limitMemory(), nodes),
                share(total.usedCpu(), nodes),
                share(total.usedMemory(), nodes));
    }

    private static Range share(Range range, int nodes) {
        BigDecimal among = BigDecimal.valueOf(nodes);
        return new Range(
                range.low().divide(among, DIGITS, RoundingMode.HALF_UP),
                range.high().divide(among, DIGITS, RoundingMode.HALF_UP));
    }

    Block block() {
        List<List<String>> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        if (pods != null) {
            rows.add(row("a node of " + pods + " pods, all with a sidecar", full));
            notes.add("A full node: " + pods + " sidecars as an injector makes them take "
                    + Units.used(full.usedMemory()) + ", and " + Units.reserved(full.requestedMemory())
                    + " and " + Units.cores(full.requestedCpu())
                    + " of the node are kept for them, whatever they use.");
        }
        if (nodes != null) {
            rows.add(row("each of " + nodes + " nodes, if spread evenly", average));
        }
        return new Block(
                "Sidecars by node",
                List.of("node", "sidecars", "CPU requested", "memory requested", "memory used"),
                rows,
                notes);
    }

    private static List<String> row(String name, Usage usage) {
        return List.of(
                name,
                Units.count(usage.proxies()),
                Units.cores(usage.requestedCpu()),
                Units.reserved(usage.requestedMemory()),
                Units.used(usage.usedMemory()));
    }
}
