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
 * @param host where proxies of another cluster find it if it is external; absent: it is not
 * @param primary what serves this cluster from another one; absent: it is served from here, or by an external one
 * @param servesOthers whether it is a primary that serves other clusters as well
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
        Optional<Primary> primary,
        boolean servesOthers,
        Optional<List<String>> shared,
        String domain) {

    /**
     * A primary that serves another cluster.
     *
     * @param cluster its cluster, by its name
     * @param address where proxies and the API server of the other cluster find it: one address, since the remote chart
     *     maps the port of webhooks for an address only
     * @see <a href="https://istio.io/latest/docs/setup/install/multicluster/primary-remote_multi-network/">primary-remote</a>
     */
    public record Primary(String cluster, String address) {}

    /** Where proxies get configuration and certificates from another cluster. */
    public String discoveryAddress() {
        return host + ":" + ControlPlanePorts.XDS;
    }

    /** Where the API server of another cluster calls webhooks; the chart's own Service could not map the port. */
    public String webhook(String path) {
        return "https://" + host + ":" + ControlPlanePorts.WEBHOOK + path;
    }
}
