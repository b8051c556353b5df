package dev.tenantmesh.verifier.policy;

import dev.tenantmesh.verifier.policy.gatewayapi.ApiGateway;
import dev.tenantmesh.verifier.policy.gatewayapi.ApiRoute;
import dev.tenantmesh.verifier.policy.gatewayapi.ReferenceGrant;
import dev.tenantmesh.verifier.policy.route.HostRoute;
import dev.tenantmesh.verifier.policy.route.ServiceEntry;
import dev.tenantmesh.verifier.policy.route.VirtualService;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What manifests make gateways and routers forward.
 *
 * @param virtualServices of Istio
 * @param serviceEntries hosts that are no Services
 * @param hostRoutes of the cluster's router and of ingress controllers
 * @param gateways of the Gateway API
 * @param routes of the Gateway API
 * @param grants of the Gateway API
 * @param scopedMeshes meshes whose gateways listen only to Gateways of their own namespace
 * @param controllers who carries out each class of Ingresses; the empty class stands for those that name none
 */
public record Routing(
        List<VirtualService> virtualServices,
        List<ServiceEntry> serviceEntries,
        List<HostRoute> hostRoutes,
        List<ApiGateway> gateways,
        List<ApiRoute> routes,
        List<ReferenceGrant> grants,
        Set<String> scopedMeshes,
        SortedMap<String, String> controllers) {

    public Routing {
        virtualServices = List.copyOf(virtualServices);
        serviceEntries = List.copyOf(serviceEntries);
        hostRoutes = List.copyOf(hostRoutes);
        gateways = List.copyOf(gateways);
        routes = List.copyOf(routes);
        grants = List.copyOf(grants);
        scopedMeshes = Set.copyOf(scopedMeshes);
        controllers = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(controllers));
    }
}
