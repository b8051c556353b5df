package dev.tenantmesh.generator.plan.export;

import java.util.List;
import java.util.Map;

/**
 * In which namespaces the Services of generated gateways are known. The Services are made here, and so is the annotation.
 *
 * @param exports those that are known beyond their own namespace
 * @see <a href="https://istio.io/latest/docs/reference/config/annotations/#NetworkingExportTo">exportTo</a>
 */
public record GatewayExports(List<ServiceExport> exports) {

    private static final String EXPORT_TO = "networking.istio.io/exportTo";

    public GatewayExports {
        exports = exports.stream().filter(ServiceExport::crossesNamespaces).toList();
    }

    /** What the Service of a gateway carries; nothing if the default is enough. */
    public Map<String, String> annotations(String namespace, String gateway) {
        return exports.stream()
                .filter(export -> export.namespace().equals(namespace) && gateway.equals(export.service()))
                .findFirst()
                .map(export -> Map.of(EXPORT_TO, export.exportTo()))
                .orElse(Map.of());
    }
}
