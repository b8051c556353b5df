package dev.tenantmesh.generator.plan.gatewayapi;

import dev.tenantmesh.generator.plan.Heading;
import java.util.SortedMap;

/**
 * A Gateway that is a waypoint.
 *
 * @param heading name, place and reason
 * @param labels by which a control plane knows that it is its own
 * @param infrastructure what it makes its pods of
 */
public record WaypointPlan(Heading heading, SortedMap<String, String> labels, InfrastructurePlan infrastructure) {}
