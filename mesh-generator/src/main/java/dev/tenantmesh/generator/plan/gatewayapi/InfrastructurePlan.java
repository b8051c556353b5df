package dev.tenantmesh.generator.plan.gatewayapi;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.gateway.ServicePlan;
import dev.tenantmesh.generator.plan.member.GatewaySize;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a control plane makes of a Gateway, where it would otherwise choose by itself.
 *
 * @param heading name, place and reason of the object that says so
 * @param selector the labels by which the pods are selected
 * @param size how many pods, and how large
 * @param service the Service before them; its ports are the listeners'
 */
public record InfrastructurePlan(
        Heading heading, SortedMap<String, String> selector, GatewaySize size, ServicePlan service) {

    public InfrastructurePlan {
        selector = Collections.unmodifiableSortedMap(new TreeMap<>(selector));
    }
}
