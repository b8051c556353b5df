package dev.tenantmesh.report.capacity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantmesh.model.problem.Printable;
import dev.tenantmesh.report.Cells;
import dev.tenantmesh.report.Format;
import dev.tenantmesh.report.Json;
import dev.tenantmesh.report.capacity.shown.Block;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What meshes cost, platform by platform. Every amount is a range, and says whether somebody reserves it, published it or
 * measured it; the same model gives the same report on every day and machine.
 */
public final class CapacityReport {

    /** The version of the JSON; a field may be added to it, and none changes its meaning. */
    public static final String VERSION = "tenantmesh.dev/capacity/v1";

    private final List<PlatformCapacity> platforms;

    private CapacityReport(List<PlatformCapacity> platforms) {
        this.platforms = List.copyOf(platforms);
    }

    /** A report about platforms, in this order. */
    public static CapacityReport of(List<PlatformCapacity> platforms) {
        return new CapacityReport(platforms);
    }

    /** The report as text, Markdown or JSON. */
    public String written(Format format) {
        return switch (format) {
            case MD -> platforms.stream().map(CapacityReport::markdown).collect(Collectors.joining());
            case JSON -> json();
            case TEXT, CSV, DOT, SARIF ->
                platforms.stream().map(CapacityReport::text).collect(Collectors.joining());
        };
    }

    private static String heading(PlatformCapacity platform) {
        return "Capacity of platform " + platform.name()
                + platform.istio().map(version -> ", Istio " + version).orElse("");
    }

    private static String markdown(PlatformCapacity platform) {
        return new CapacityBlocks(platform)
                .all().stream()
                        .map(Block::markdown)
                        .collect(Collectors.joining("", "## " + Cells.escaped(heading(platform)) + "\n\n", ""));
    }

    private static String text(PlatformCapacity platform) {
        return new CapacityBlocks(platform)
                .all().stream()
                        .map(Block::text)
                        .collect(Collectors.joining("", Printable.of(heading(platform)) + "\n\n", ""));
    }

    private String json() {
        ObjectNode root = Json.object();
        root.put("version", VERSION);
        platforms.forEach(platform ->
                CapacityJson.write(platform, root.withArray("platforms").addObject()));
        return Json.text(root);
    }
}
