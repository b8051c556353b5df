package dev.tenantmesh.generator.plan.gatewayapi;

import java.util.List;

/**
 * How traffic enters a mesh by gateways of the Gateway API.
 *
 * @param gateways what they listen to
 * @param routes where requests go
 * @param grants which routes of other namespaces may lead to Services
 */
public record GatewayApiPlan(
        List<ApiGatewayPlan> gateways, List<ApiRoutePlan> routes, List<ReferenceGrantPlan> grants) {}
