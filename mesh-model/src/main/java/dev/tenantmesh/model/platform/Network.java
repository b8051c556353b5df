package dev.tenantmesh.model.platform;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenantmesh.model.ModelRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What policies must know of the cluster network.
 *
 * @param cni the network plugin; it decides how host-network sources are matched
 * @param podCIDRs pod addresses; a grant's {@code cidr} must not overlap them
 * @param serviceCIDRs Service addresses; a grant's {@code cidr} must not overlap them
 * @param nodeCIDRs node addresses; where the plugin knows host-network sources only by address
 * @param apiServerCIDRs the API server's addresses, which control planes must reach on {@code apiServerPort}
 * @param apiServerPort absent: 6443
 * @param clusterDomain absent: {@code cluster.local}
 * @param dns the cluster DNS; absent: what the distribution ships
 */
@ModelRecord
public record Network(
        Cni cni,
        List<String> podCIDRs,
        List<String> serviceCIDRs,
        List<String> nodeCIDRs,
        List<String> apiServerCIDRs,
        @Nullable Integer apiServerPort,
        @Nullable String clusterDomain,
        @Nullable Dns dns) {

    public Network {
        podCIDRs = List.copyOf(podCIDRs);
        serviceCIDRs = List.copyOf(serviceCIDRs);
        nodeCIDRs = List.copyOf(nodeCIDRs);
        apiServerCIDRs = List.copyOf(apiServerCIDRs);
    }

    /** The DNS suffix of Services. */
    public String serviceDomain() {
        return clusterDomain == null ? "svc.cluster.local" : "svc." + clusterDomain;
    }

    /** The network plugins whose NetworkPolicy behaviour we know for our rules. */
    public enum Cni {
        @JsonProperty("ovn-kubernetes")
        OVN_KUBERNETES,
        @JsonProperty("calico")
        CALICO,
        @JsonProperty("cilium")
        CILIUM
    }
}
