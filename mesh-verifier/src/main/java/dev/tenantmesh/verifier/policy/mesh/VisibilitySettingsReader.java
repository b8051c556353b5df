package dev.tenantmesh.verifier.policy.mesh;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Fields;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.load.Scalar;
import dev.tenantmesh.verifier.load.Sequence;
import dev.tenantmesh.verifier.profile.VisibilitySettings;
import dev.tenantmesh.verifier.select.ExportTo;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.select.Truth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what a control plane tells proxies, from a mesh's configuration or a ServiceMeshControlPlane. */
final class VisibilitySettingsReader {

    private static final String DISCOVERY = "discoverySelectors";
    private static final String SERVICES = "defaultServiceExportTo";
    private static final String VIRTUAL_SERVICES = "defaultVirtualServiceExportTo";
    private static final String DESTINATION_RULES = "defaultDestinationRuleExportTo";
    private static final String OUTBOUND = "outboundTrafficPolicy";
    private static final String AUTO_MTLS = "enableAutoMtls";

    private final Problems problems;

    VisibilitySettingsReader(Problems problems) {
        this.problems = problems;
    }

    VisibilitySettings ofMeshConfig(Mapping meshConfig) {
        Map<String, Origin> written = new TreeMap<>();
        for (String setting : List.of(DISCOVERY, SERVICES, VIRTUAL_SERVICES, DESTINATION_RULES, OUTBOUND, AUTO_MTLS)) {
            if (meshConfig.get(setting) != null) {
                written.put(setting, meshConfig.originOf(setting));
            }
        }
        return new VisibilitySettings(
                discovery(meshConfig),
                exportTo(meshConfig, SERVICES),
                exportTo(meshConfig, VIRTUAL_SERVICES),
                exportTo(meshConfig, DESTINATION_RULES),
                meshConfig.get(OUTBOUND) == null
                        ? Truth.NO
                        : registryOnly(meshConfig.at(OUTBOUND).text("mode")),
                !meshConfig.text(AUTO_MTLS).equals("false"),
                written);
    }

    /** What has a field of its own counts before what is passed on to the chart. */
    VisibilitySettings ofMaistra(Mapping spec) {
        VisibilitySettings passedOn = ofMeshConfig(spec.at("techPreview", "meshConfig"));
        Mapping outbound = spec.at("proxy", "networking", "trafficControl", "outbound");
        Mapping dataPlane = spec.at("security", "dataPlane");
        List<LabelSelector> discovery = discovery(spec.at("meshConfig"));
        Map<String, Origin> written = new TreeMap<>(passedOn.written());
        if (outbound.get("policy") != null) {
            written.put(OUTBOUND, outbound.originOf("policy"));
        }
        if (dataPlane.get("automtls") != null) {
            written.put(AUTO_MTLS, dataPlane.originOf("automtls"));
        }
        return new VisibilitySettings(
                discovery.isEmpty() ? passedOn.discovery() : discovery,
                passedOn.services(),
                passedOn.virtualServices(),
                passedOn.destinationRules(),
                outbound.get("policy") == null ? passedOn.registryOnly() : registryOnly(outbound.text("policy")),
                dataPlane.get("automtls") == null
                        ? passedOn.autoMtls()
                        : !dataPlane.text("automtls").equals("false"),
                written);
    }

    /** Without a mode it is not certain whether that of the defaults stays or the first of the modes counts. */
    private static Truth registryOnly(String mode) {
        return mode.isEmpty() ? Truth.MAYBE : Truth.of(!mode.equals("ALLOW_ANY"));
    }

    private List<LabelSelector> discovery(Mapping meshConfig) {
        return meshConfig.all(DISCOVERY).stream()
                .map(selector -> {
                    try (Fields fields = Fields.of(selector, DISCOVERY, problems)) {
                        return LabelSelector.read(fields);
                    }
                })
                .toList();
    }

    private static ExportTo exportTo(Mapping meshConfig, String setting) {
        List<String> names = meshConfig.get(setting) instanceof Sequence sequence
                ? sequence.items().stream()
                        .filter(Scalar.class::isInstance)
                        .map(item -> ((Scalar) item).text())
                        .toList()
                : List.of();
        return ExportTo.of(names).or(ExportTo.EVERYWHERE);
    }
}
