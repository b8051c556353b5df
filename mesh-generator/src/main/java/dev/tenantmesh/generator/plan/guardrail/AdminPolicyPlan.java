package dev.tenantmesh.generator.plan.guardrail;

import dev.tenantmesh.generator.plan.Heading;
import java.util.List;

/**
 * One policy of the cluster's administrators, asked before every NetworkPolicy.
 *
 * @param heading its name and reason
 * @param priority no other policy's; the lower, the earlier
 * @param subject the namespaces whose pods it is about, sorted; at least one
 * @param ingress what becomes of what comes in; the first rule that matches decides
 * @param egress what becomes of what goes out
 * @see <a href="https://network-policy-api.sigs.k8s.io/api-overview/">Network Policy API</a>
 */
public record AdminPolicyPlan(
        Heading heading, int priority, List<String> subject, List<AdminRulePlan> ingress, List<AdminRulePlan> egress) {

    public AdminPolicyPlan {
        if (subject.isEmpty()) {
            throw new IllegalArgumentException("A policy without a subject: " + heading.name());
        }
        subject = subject.stream().distinct().sorted().toList();
        ingress = List.copyOf(ingress);
        egress = List.copyOf(egress);
    }
}
