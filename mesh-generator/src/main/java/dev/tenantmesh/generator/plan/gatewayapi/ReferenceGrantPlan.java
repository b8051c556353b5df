package dev.tenantmesh.generator.plan.gatewayapi;

import dev.tenantmesh.generator.plan.Heading;
import java.util.List;

/**
 * Lets routes of another namespace lead to some Services of this one.
 *
 * @param heading name, place and reason
 * @param kind the kind of the routes
 * @param namespace where they stand
 * @param services the Services, sorted
 */
public record ReferenceGrantPlan(Heading heading, String kind, String namespace, List<String> services) {

    public ReferenceGrantPlan {
        if (services.isEmpty()) {
            throw new IllegalArgumentException("A grant for every Service: " + heading.entry());
        }
        services = services.stream().distinct().sorted().toList();
    }
}
