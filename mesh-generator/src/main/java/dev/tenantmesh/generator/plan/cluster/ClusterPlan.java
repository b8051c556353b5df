package dev.tenantmesh.generator.plan.cluster;

import dev.tenantmesh.model.Placement.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a control plane must know of the clusters of its mesh.
 *
 * @param role what this cluster is for the mesh
 * @param meshId by which proxies tell meshes apart
 * @param cluster the cluster whose proxies it configures, by its name
 * @param network the network of that cluster
 * @param host where proxies of another cluster find it; absent: it is in their own
 * @param shared the Services that are those of all clusters, by their hosts, sorted; every other one under {@code domain}
 *     is its own cluster's. Absent: there are members in one cluster only
 * @param domain what ends the names of Services
 * @see <a href="https://istio.io/latest/docs/setup/install/multicluster/">installing in several clusters</a>
 */
public record ClusterPlan(
        Role role,
        String meshId,
        String cluster,
        String network,
        @Nullable String host,
        Optional<List<String>> shared,
        String domain) {

    /** Where proxies get configuration and certificates from another cluster. */
    public String discoveryAddress() {
        return host + ":" + ControlPlanePorts.XDS;
    }

    /** Where the API server of another cluster calls webhooks; the chart's own Service could not map the port. */
    public String webhook(String path) {
        return "https://" + host + ":" + ControlPlanePorts.WEBHOOK + path;
    }
}
