package dev.tenantmesh.generator.plan.gatewayapi;

import java.util.List;

/**
 * How traffic enters a mesh by gateways of the Gateway API, and which of them stand before Services inside.
 *
 * @param gateways what they listen to
 * @param routes where requests go
 * @param grants which routes of other namespaces may lead to Services
 * @param waypoints proxies before the Services of namespaces
 */
public record GatewayApiPlan(
        List<ApiGatewayPlan> gateways,
        List<ApiRoutePlan> routes,
        List<ReferenceGrantPlan> grants,
        List<WaypointPlan> waypoints) {}
