package dev.tenantmesh.generator.plan.guardrail;

import dev.tenantmesh.generator.plan.admission.AdmissionPlan;
import java.util.List;

/**
 * What the platform keeps whatever tenants write.
 *
 * @param adminNetworkPolicies for clusters that have v1alpha1 of the Network Policy API
 * @param clusterNetworkPolicies for those that have v1alpha2
 * @param admission what is refused of tenants
 */
public record GuardrailPlan(
        List<AdminPolicyPlan> adminNetworkPolicies,
        List<AdminPolicyPlan> clusterNetworkPolicies,
        List<AdmissionPlan> admission) {

    public GuardrailPlan {
        adminNetworkPolicies = List.copyOf(adminNetworkPolicies);
        clusterNetworkPolicies = List.copyOf(clusterNetworkPolicies);
        admission = List.copyOf(admission);
    }
}
