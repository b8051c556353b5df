package dev.tenantmesh.generator.plan.ingress;

import java.util.List;

/**
 * How traffic enters a mesh.
 *
 * @param gateways what gateways listen to
 * @param routings where requests go
 * @param routerRoutes how the platform's router leads to gateways
 * @param clientTls how workloads of the mesh come to gateways
 */
public record IngressPlan(
        List<GatewayPlan> gateways,
        List<RoutingPlan> routings,
        List<RouterRoutePlan> routerRoutes,
        List<ClientTlsPlan> clientTls) {}
