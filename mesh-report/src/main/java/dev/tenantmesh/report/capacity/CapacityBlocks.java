package dev.tenantmesh.report.capacity;

import dev.tenantmesh.model.capacity.Figures;
import dev.tenantmesh.model.capacity.PublishedFigures;
import dev.tenantmesh.model.capacity.Range;
import dev.tenantmesh.model.effective.BudgetUse;
import dev.tenantmesh.model.quota.Budget;
import dev.tenantmesh.report.capacity.shown.Block;
import dev.tenantmesh.report.capacity.shown.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The parts of the report about one platform, for people. */
final class CapacityBlocks {

    private static final List<String> SIDECARS = List.of(
            "whose",
            "sidecars",
            "CPU requested",
            "memory requested",
            "CPU limit",
            "memory limit",
            "CPU used",
            "memory used");
    private static final String AT_MOST_TWICE =
            "CPU used is that of the sidecars which let the declared requests in. A request that comes from another"
                    + " workload has passed its sidecar, too: in the whole mesh up to twice as much.";

    private final PlatformCapacity platform;

    CapacityBlocks(PlatformCapacity platform) {
        this.platform = platform;
    }

    List<Block> all() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(sidecars("Sidecars by tenant", platform.tenants(), tenantNotes()));
        blocks.add(sidecars("Sidecars by namespace", platform.namespaces(), List.of()));
        blocks.add(workloads());
        ScopingCost.of(platform).ifPresent(scoping -> {
            blocks.add(scoping.workloads());
            blocks.add(scoping.tenants(platform.ambient()));
        });
        if (!platform.gateways().isEmpty()) {
            blocks.add(gateways());
        }
        ReservedCost.of(platform).map(ReservedCost::block).ifPresent(blocks::add);
        if (!platform.budgets().isEmpty()) {
            blocks.add(budgets());
        }
        NodeCost.of(platform).map(NodeCost::block).ifPresent(blocks::add);
        blocks.add(controlPlanes());
        blocks.add(latency());
        AmbientCost.of(platform).map(AmbientCost::block).ifPresent(blocks::add);
        blocks.add(sources());
        return blocks;
    }

    private static Block sidecars(String title, SortedMap<String, Usage> costs, List<String> notes) {
        List<List<String>> rows = new ArrayList<>();
        costs.forEach((name, usage) -> rows.add(row(name, usage)));
        if (costs.size() > 1) {
            rows.add(row("all", costs.values().stream().reduce(Usage.NONE, Usage::plus)));
        }
        return new Block(title, SIDECARS, rows, notes);
    }

    private static List<String> row(String name, Usage usage) {
        return List.of(
                name,
                Units.count(usage.proxies()),
                Units.cores(usage.requestedCpu()),
                Units.reserved(usage.requestedMemory()),
                Units.cores(usage.limitCpu()),
                Units.reserved(usage.limitMemory()),
                Units.cores(usage.usedCpu()),
                Units.used(usage.usedMemory()));
    }

    private List<String> tenantNotes() {
        Figures.Cost sidecar = platform.figures().sidecar();
        List<String> notes = new ArrayList<>(List.of(
                "CPU used: " + Units.cores(sidecar.cpu()) + " for 1000 requests a second, published for Istio "
                        + platform.figures().version() + ".",
                AT_MOST_TWICE,
                "Memory used: " + Units.used(sidecar.memory())
                        + " a sidecar, published for the same version where it is"
                        + " told of its own namespace only; up to "
                        + Units.used(highest(PublishedFigures.UNSCOPED_MEMORY))
                        + " where it is told of everything, as users measured it."));
        if (!platform.uncounted().isEmpty()) {
            notes.add("Not counted, since nobody says how many pods there are: "
                    + String.join(", ", platform.uncounted()) + ".");
        }
        if (!platform.ambient().isEmpty()) {
            notes.add("Without sidecars, since the proxies of nodes serve them: "
                    + String.join(", ", platform.ambient()) + ".");
        }
        return notes;
    }

    private static Range highest(Range range) {
        return Range.exactly(range.high());
    }

    private Block workloads() {
        List<String> head = new ArrayList<>(SIDECARS);
        head.add("requests a second");
        List<List<String>> rows = platform.workloads().stream()
                .map(cost -> {
                    List<String> row = new ArrayList<>(row(cost.namespace() + "/" + cost.workload(), cost.usage()));
                    row.add(Integer.toString(cost.requestsPerSecond()));
                    return row;
                })
                .toList();
        return new Block("Sidecars by workload", head, rows, List.of());
    }

    private Block gateways() {
        List<List<String>> rows = platform.gateways().stream()
                .map(gateway -> row(gateway.namespace() + "/" + gateway.name(), gateway.usage())
                        .subList(0, SIDECARS.size() - 2))
                .toList();
        List<String> head = new ArrayList<>(SIDECARS.subList(0, SIDECARS.size() - 2));
        head.set(1, "pods");
        return new Block("Gateways that are generated", head, rows, List.of());
    }

    private Block budgets() {
        List<List<String>> rows = new ArrayList<>();
        for (BudgetUse use : platform.budgets()) {
            use.budget()
                    .amounts()
                    .forEach((key, budget) -> rows.add(List.of(
                            use.scope(),
                            key,
                            Budget.text(key, use.used().getOrDefault(key, BigDecimal.ZERO)),
                            Budget.text(key, budget))));
        }
        return new Block(
                "Budgets",
                List.of("whose", "of", "requested at most", "budget"),
                rows,
                List.of("A model that requests more than a budget has is refused."));
    }

    private Block controlPlanes() {
        Figures figures = platform.figures();
        List<List<String>> rows = new ArrayList<>();
        for (MeshCost mesh : platform.meshes()) {
            int times = mesh.timesTheFigure();
            Range telemetry = PlatformCapacity.atRate(figures.telemetry(), mesh.requestsPerSecond());
            rows.add(List.of(
                    "mesh " + mesh.mesh(),
                    Integer.toString(mesh.services()),
                    Integer.toString(mesh.sidecars()),
                    Units.cores(figures.control().cpu().times(times)),
                    Units.used(figures.control().memory().times(times)),
                    figures.telemetry().high().signum() == 0 ? "" : Units.cores(telemetry)));
        }
        List<String> notes = new ArrayList<>(
                List.of("Published: " + Units.cores(figures.control().cpu()) + " and "
                        + Units.used(figures.control().memory())
                        + " for up to 1000 Services and 2000 sidecars that are told of their own namespace only."));
        if (figures.telemetry().high().signum() > 0) {
            notes.add("Published: " + Units.cores(figures.telemetry())
                    + " of the telemetry service for 1000 requests a second in the whole mesh.");
        }
        return new Block(
                "Control plane",
                List.of("mesh", "Services", "sidecars at most", "CPU used", "memory used", "telemetry CPU"),
                rows,
                notes);
    }

    private Block latency() {
        String added = platform.figures()
                .latency()
                .map(range -> "The two sidecars of a request add " + Units.milliseconds(range)
                        + " at the 90th percentile, published for Istio "
                        + platform.figures().version() + ".")
                .orElse("No number is published for Istio " + platform.figures().version() + ", only pictures.");
        return new Block("Latency", List.of("what"), List.of(), List.of(added));
    }

    private Block sources() {
        List<String> sources = new ArrayList<>(platform.figures().sources());
        sources.addAll(PublishedFigures.UNSCOPED_SOURCES);
        ScopingCost.of(platform).ifPresent(scoping -> sources.addAll(ScopingCost.sources()));
        return new Block(
                "Sources",
                List.of("what"),
                List.of(),
                sources.stream().distinct().toList());
    }
}
