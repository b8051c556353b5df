package dev.tenantmesh.generator.spi;

import dev.tenantmesh.generator.plan.authorization.AuthorizationPlan;
import dev.tenantmesh.generator.plan.network.NetworkPolicyPlan;
import java.util.List;

/**
 * What a planner adds to a mesh. NetworkPolicies and ALLOW policies add up, so each opens something; whether the model
 * still keeps its promises is proved of the result.
 *
 * @param networkPolicies what else the network lets through
 * @param authorizations whom else proxies admit or refuse
 */
public record Additions(List<NetworkPolicyPlan> networkPolicies, List<AuthorizationPlan> authorizations) {

    /** Nothing. */
    public static final Additions NONE = new Additions(List.of(), List.of());

    public Additions {
        networkPolicies = List.copyOf(networkPolicies);
        authorizations = List.copyOf(authorizations);
    }

    /** Policies of the network alone. */
    public static Additions ofNetwork(List<NetworkPolicyPlan> networkPolicies) {
        return new Additions(networkPolicies, List.of());
    }
}
