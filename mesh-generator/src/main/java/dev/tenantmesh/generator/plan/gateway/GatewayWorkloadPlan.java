package dev.tenantmesh.generator.plan.gateway;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.model.gateway.Replicas;
import dev.tenantmesh.model.gateway.Resources;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The pods of one gateway and what makes them run: Deployment, Service, service account, and what its size asks for.
 * All of them have the gateway's name.
 *
 * @param heading name, place and reason
 * @param selector the labels that select its pods
 * @param podLabels every label of its pods
 * @param replicas how many pods
 * @param resources what each of them uses
 * @param service the Service before them
 * @param network the only network whose pods it leads to, by which other clusters find it; empty: it is for its own
 * @param secrets the Role by which it reads certificates, if it needs any
 */
public record GatewayWorkloadPlan(
        Heading heading,
        SortedMap<String, String> selector,
        SortedMap<String, String> podLabels,
        Replicas replicas,
        Resources resources,
        ServicePlan service,
        String network,
        Optional<Heading> secrets) {

    public GatewayWorkloadPlan {
        selector = Collections.unmodifiableSortedMap(new TreeMap<>(selector));
        podLabels = Collections.unmodifiableSortedMap(new TreeMap<>(podLabels));
    }

    /** The same before the pods of one network. */
    public GatewayWorkloadPlan in(String wanted) {
        return new GatewayWorkloadPlan(heading, selector, podLabels, replicas, resources, service, wanted, secrets);
    }

    /** Whether a pod is left while another is taken away. */
    public boolean survivesDisruption() {
        return replicas.min() > 1;
    }
}
