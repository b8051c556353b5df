package dev.tenantmesh.generator.render;

import dev.tenantmesh.generator.plan.Labels;
import dev.tenantmesh.generator.plan.gateway.GatewayWorkloadPlan;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * By what other clusters find a gateway before the pods of one network, and by what it leads to those pods alone.
 *
 * @see <a href="https://istio.io/latest/docs/setup/install/multicluster/multi-primary_multi-network/">different
 *     networks</a>
 */
public final class Networks {

    private Networks() {}

    /** Some labels, and that of the network. */
    public static SortedMap<String, String> labels(GatewayWorkloadPlan gateway, Map<String, String> labels) {
        SortedMap<String, String> all = new TreeMap<>(labels);
        if (!gateway.network().isEmpty()) {
            all.put(Labels.NETWORK, gateway.network());
        }
        return all;
    }

    /** What its proxy is told. */
    public static List<EnvVar> environment(GatewayWorkloadPlan gateway) {
        return gateway.network().isEmpty()
                ? List.of()
                : List.of(new EnvVar("ISTIO_META_REQUESTED_NETWORK_VIEW", gateway.network(), null));
    }
}
