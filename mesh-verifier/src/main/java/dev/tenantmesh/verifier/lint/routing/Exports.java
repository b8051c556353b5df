package dev.tenantmesh.verifier.lint.routing;

import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.load.Scalar;
import java.util.List;
import java.util.Map;

/** To which namespaces a route, an entry or a rule is made known. */
final class Exports {

    private static final Map<String, String> DEFAULTS = Map.of(
            "VirtualService", "defaultVirtualServiceExportTo",
            "ServiceEntry", "defaultServiceExportTo",
            "DestinationRule", "defaultDestinationRuleExportTo");

    private Exports() {}

    /** The values that hold: its own, or else those of every mesh; all namespaces where nobody says anything. */
    static List<String> of(Manifest object, LintContext context) {
        List<String> own = texts(object.body().at("spec"), "exportTo");
        if (!own.isEmpty()) {
            return own;
        }
        List<String> preset = context.meshConfigs().stream()
                .flatMap(config -> {
                    List<String> values = texts(config.body(), DEFAULTS.getOrDefault(object.kind(), ""));
                    return (values.isEmpty() ? List.of("*") : values).stream();
                })
                .distinct()
                .toList();
        return preset.isEmpty() ? List.of("*") : preset;
    }

    /** Whether others than its own namespace get to know it. */
    static boolean leave(Manifest object, LintContext context) {
        return of(object, context).stream()
                .anyMatch(target -> !target.equals(".") && !target.equals("~") && !target.equals(object.namespace()));
    }

    private static List<String> texts(Mapping mapping, String key) {
        return mapping.scalars(key).stream().map(Scalar::text).toList();
    }
}
