package dev.tenantmesh.generator.plan.network;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.Rollout;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One NetworkPolicy. Policies only add: a namespace is closed by its {@code default-deny}, and each of the others
 * opens what it names.
 *
 * @param heading name, place and reason
 * @param podLabels the pods it is about; empty: every pod of the namespace
 * @param ingress what may come in
 * @param egress what may go out
 * @param deniesRest whether it closes both directions itself
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/network-policies/">NetworkPolicy</a>
 */
public record NetworkPolicyPlan(
        Heading heading,
        SortedMap<String, String> podLabels,
        List<Opening> ingress,
        List<Opening> egress,
        boolean deniesRest) {

    public NetworkPolicyPlan {
        podLabels = Collections.unmodifiableSortedMap(new TreeMap<>(podLabels));
        ingress = ingress.stream().distinct().toList();
        egress = egress.stream().distinct().toList();
    }

    /** Closes every pod of a namespace both ways. */
    public static NetworkPolicyPlan defaultDeny(Heading heading) {
        return new NetworkPolicyPlan(heading.with(Rollout.CLOSES), new TreeMap<>(), List.of(), List.of(), true);
    }

    /** Opens what may come in. */
    public static NetworkPolicyPlan ingress(Heading heading, Map<String, String> podLabels, List<Opening> openings) {
        return new NetworkPolicyPlan(heading, new TreeMap<>(podLabels), openings, List.of(), false);
    }

    /** Opens what may go out. */
    public static NetworkPolicyPlan egress(Heading heading, Map<String, String> podLabels, List<Opening> openings) {
        return new NetworkPolicyPlan(heading, new TreeMap<>(podLabels), List.of(), openings, false);
    }

    /** Whether it changes anything. */
    public boolean isNeeded() {
        return deniesRest || !ingress.isEmpty() || !egress.isEmpty();
    }
}
