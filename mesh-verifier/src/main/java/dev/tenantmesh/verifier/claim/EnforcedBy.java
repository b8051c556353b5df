package dev.tenantmesh.verifier.claim;

import dev.tenantmesh.verifier.policy.PolicyModel;
import java.util.List;

/** A layer that enforces by itself, as if the other were not there. */
public enum EnforcedBy {
    /** NetworkPolicies and administrators' policies. */
    NETWORK,
    /** Proxies: PeerAuthentications and AuthorizationPolicies. */
    MESH;

    /** Only its policies. */
    PolicyModel only(PolicyModel policies) {
        return this == NETWORK ? policies.withMeshPolicies(List.of(), List.of()) : policies.withoutNetworkPolicies();
    }
}
