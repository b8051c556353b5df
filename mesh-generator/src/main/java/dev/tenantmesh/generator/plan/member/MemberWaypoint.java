package dev.tenantmesh.generator.plan.member;

/**
 * A waypoint: a proxy before the Services of an ambient namespace.
 *
 * @param name of the Gateway, and of all that the control plane makes of it
 * @param pods its pods
 * @param size how many, and how large
 * @param entry its model entry
 */
public record MemberWaypoint(String name, Pods pods, GatewaySize size, String entry) {}
