package dev.tenantmesh.model.platform;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenantmesh.model.ModelRecord;

/**
 * Policies of the cluster's administrators, which are asked before every NetworkPolicy and which no tenant can write:
 * they bound what NetworkPolicies may open to what the documents say.
 *
 * @param type which API the cluster has
 * @param priorities the priorities that are ours, and nobody else's
 */
@ModelRecord
public record AdminPolicies(Type type, Priorities priorities) {

    /**
     * The APIs, of which a cluster has one.
     *
     * @see <a href="https://network-policy-api.sigs.k8s.io/api-overview/">Network Policy API</a>
     */
    public enum Type {
        /** {@code policy.networking.k8s.io/v1alpha1}: OpenShift 4.14 and later, OVN-Kubernetes, Calico 3.29 to 3.31. */
        @JsonProperty("admin-network-policy")
        ADMIN_NETWORK_POLICY,
        /** {@code policy.networking.k8s.io/v1alpha2}: Calico 3.32 and later. */
        @JsonProperty("cluster-network-policy")
        CLUSTER_NETWORK_POLICY
    }

    /**
     * A range of priorities; the lower, the earlier a policy is asked. Each policy has one of its own, and what closes has
     * the last, whatever else comes and goes.
     *
     * @param first the first, from 0
     * @param last the last
     */
    @ModelRecord
    public record Priorities(int first, int last) {}
}
