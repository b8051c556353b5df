package dev.tenantmesh.generator.render;

import dev.tenantmesh.model.gateway.Resources;
import dev.tenantmesh.model.gateway.Resources.Amounts;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraintBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpecBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the pods of gateways have in common, whether they are printed or laid over those that a control plane makes. */
public final class GatewayParts {

    private static final int WANTED_CPU_PERCENT = 80;

    private GatewayParts() {}

    /** Spreads the pods that labels select over zones and nodes, as far as that goes. */
    public static List<TopologySpreadConstraint> spread(Map<String, String> selector) {
        return Stream.of("topology.kubernetes.io/zone", "kubernetes.io/hostname")
                .map(over -> spread(selector, over))
                .toList();
    }

    private static TopologySpreadConstraint spread(Map<String, String> selector, String over) {
        return new TopologySpreadConstraintBuilder()
                .withMaxSkew(1)
                .withTopologyKey(over)
                .withWhenUnsatisfiable("ScheduleAnyway")
                .withNewLabelSelector()
                .withMatchLabels(selector)
                .endLabelSelector()
                .build();
    }

    /** How busy pods of a gateway are kept. */
    public static MetricSpec cpu() {
        return new MetricSpecBuilder()
                .withType("Resource")
                .withNewResource()
                .withName("cpu")
                .withNewTarget()
                .withType("Utilization")
                .withAverageUtilization(WANTED_CPU_PERCENT)
                .endTarget()
                .endResource()
                .build();
    }

    /** What a container asks for and may use. */
    public static ResourceRequirements resources(Resources resources) {
        return new ResourceRequirementsBuilder()
                .withRequests(amounts(resources.allRequests()))
                .withLimits(amounts(resources.allLimits()))
                .build();
    }

    private static Map<String, Quantity> amounts(Amounts amounts) {
        return new TreeMap<>(Map.of(
                "cpu", Quantity.parse(String.valueOf(amounts.cpu())),
                "memory", Quantity.parse(String.valueOf(amounts.memory()))));
    }
}
