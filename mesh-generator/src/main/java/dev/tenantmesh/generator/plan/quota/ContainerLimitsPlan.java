package dev.tenantmesh.generator.plan.quota;

import dev.tenantmesh.generator.plan.Heading;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A LimitRange for containers, complete as the API server stores it.
 *
 * @param heading name, place and reason
 * @param limits what a container may use that says nothing, by resource
 * @param requests what it asks for then
 * @param max the most it may say
 * @param min the least it may say
 */
public record ContainerLimitsPlan(
        Heading heading,
        SortedMap<String, String> limits,
        SortedMap<String, String> requests,
        SortedMap<String, String> max,
        SortedMap<String, String> min) {

    public ContainerLimitsPlan {
        limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
        requests = Collections.unmodifiableSortedMap(new TreeMap<>(requests));
        max = Collections.unmodifiableSortedMap(new TreeMap<>(max));
        min = Collections.unmodifiableSortedMap(new TreeMap<>(min));
    }
}
