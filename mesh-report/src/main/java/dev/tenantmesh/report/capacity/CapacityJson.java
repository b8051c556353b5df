package dev.tenantmesh.report.capacity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantmesh.model.capacity.Figures;
import dev.tenantmesh.model.capacity.Range;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report about one platform, for tools: cores and bytes as two numbers, the least and the most. */
final class CapacityJson {

    private CapacityJson() {}

    static void write(PlatformCapacity platform, ObjectNode root) {
        root.put("platform", platform.name());
        platform.istio().ifPresentOrElse(version -> root.put("istio", version), () -> root.putNull("istio"));
        figures(platform.figures(), root.putObject("figures"));
        usage(platform.total(), root.putObject("sidecars"));
        platform.workloads().forEach(cost -> {
            ObjectNode written = root.withArray("workloads").addObject();
            written.put("tenant", cost.tenant());
            written.put("namespace", cost.namespace());
            written.put("workload", cost.workload());
            written.put("requestsPerSecond", cost.requestsPerSecond());
            usage(cost.usage(), written);
        });
        sums(platform.tenants(), root, "tenants", "tenant");
        sums(platform.namespaces(), root, "namespaces", "namespace");
        platform.gateways().forEach(gateway -> {
            ObjectNode written = root.withArray("gateways").addObject();
            written.put("owner", gateway.owner());
            written.put("namespace", gateway.namespace());
            written.put("gateway", gateway.name());
            reserved(gateway.usage(), written);
        });
        platform.budgets()
                .forEach(use -> use.budget().amounts().forEach((key, budget) -> {
                    ObjectNode written = root.withArray("budgets").addObject();
                    written.put("scope", use.scope());
                    written.put("of", key);
                    number(written, "requested", use.used().get(key));
                    number(written, "budget", budget);
                }));
        NodeCost.of(platform).ifPresent(node -> node(node, root.putObject("node")));
        platform.meshes().forEach(mesh -> controlPlane(mesh, platform.figures(), root));
        ScopingCost.of(platform).ifPresent(scoping -> scoping.write(root));
        ReservedCost.of(platform).ifPresent(reserved -> reserved.write(root));
        AmbientCost.of(platform).ifPresent(ambient -> ambient(ambient, root.putObject("ambient")));
        platform.ambient().forEach(root.putArray("ambientNamespaces")::add);
        platform.uncounted().forEach(root.putArray("uncounted")::add);
    }

    private static void figures(Figures figures, ObjectNode written) {
        written.put("version", figures.version());
        range(written, "sidecarCpu", figures.sidecar().cpu());
        range(written, "sidecarMemory", figures.sidecar().memory());
        figures.latency().ifPresent(latency -> range(written, "latencyMilliseconds", latency));
        figures.sources().forEach(written.putArray("sources")::add);
    }

    private static void sums(Map<String, Usage> sums, ObjectNode root, String list, String key) {
        sums.forEach((name, usage) -> {
            ObjectNode written = root.withArray(list).addObject();
            written.put(key, name);
            usage(usage, written);
        });
    }

    private static void usage(Usage usage, ObjectNode written) {
        reserved(usage, written);
        range(written, "usedCpu", usage.usedCpu());
        range(written, "usedMemory", usage.usedMemory());
    }

    private static void reserved(Usage usage, ObjectNode written) {
        range(written, "proxies", usage.proxies());
        range(written, "requestedCpu", usage.requestedCpu());
        range(written, "requestedMemory", usage.requestedMemory());
        range(written, "limitCpu", usage.limitCpu());
        range(written, "limitMemory", usage.limitMemory());
    }

    private static void node(NodeCost node, ObjectNode written) {
        if (node.pods() != null) {
            written.put("pods", node.pods());
            range(written, "requestedCpu", node.full().requestedCpu());
            range(written, "requestedMemory", node.full().requestedMemory());
            range(written, "usedMemory", node.full().usedMemory());
        }
        if (node.nodes() != null) {
            written.put("nodes", node.nodes());
            usage(node.average(), written.putObject("average"));
        }
    }

    private static void controlPlane(MeshCost mesh, Figures figures, ObjectNode root) {
        ObjectNode written = root.withArray("controlPlanes").addObject();
        written.put("mesh", mesh.mesh());
        written.put("services", mesh.services());
        written.put("sidecars", mesh.sidecars());
        range(written, "usedCpu", figures.control().cpu().times(mesh.timesTheFigure()));
        range(written, "usedMemory", figures.control().memory().times(mesh.timesTheFigure()));
        range(written, "telemetryCpu", PlatformCapacity.atRate(figures.telemetry(), mesh.requestsPerSecond()));
    }

    private static void ambient(AmbientCost ambient, ObjectNode written) {
        written.put("ztunnels", ambient.nodes());
        range(written, "waypoints", ambient.waypoints());
        range(written, "requestedCpu", ambient.requestedCpu());
        range(written, "requestedMemory", ambient.requestedMemory());
        range(written, "usedCpu", ambient.usedCpu());
        range(written, "usedMemory", ambient.usedMemory());
    }

    private static void number(ObjectNode written, String key, @Nullable BigDecimal amount) {
        BigDecimal some = amount == null ? BigDecimal.ZERO : amount;
        if (some.stripTrailingZeros().scale() <= 0) {
            written.put(key, some.longValueExact());
        } else {
            written.put(key, some);
        }
    }

    /** Whole amounts without an exponent. */
    private static void add(ArrayNode list, BigDecimal amount) {
        if (amount.scale() <= 0) {
            list.add(amount.longValueExact());
        } else {
            list.add(amount);
        }
    }

    /** Both ends. */
    static void range(ObjectNode written, String key, Range range) {
        ArrayNode both = written.putArray(key);
        add(both, range.low());
        add(both, range.high());
    }
}
