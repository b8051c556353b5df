package dev.tenantmesh.report.capacity;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.capacity.Range;
import dev.tenantmesh.model.effective.GatewayProxies;
import dev.tenantmesh.model.gateway.Replicas;
import dev.tenantmesh.model.gateway.Resources;
import dev.tenantmesh.model.tenant.Gateway;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the pods of a generated gateway reserve; what they use under load is not published.
 *
 * @param owner the tenant it belongs to, or the mesh
 * @param namespace where it stands
 * @param name its name
 * @param usage what it reserves
 */
record GatewayCost(String owner, String namespace, String name, Usage usage) {

    static List<GatewayCost> of(MeshModel model) {
        Stream<GatewayCost> tenants = model.tenants().stream()
                .filter(model::renders)
                .flatMap(tenant -> tenant.gateways().stream()
                        .filter(Gateway::isGenerated)
                        .map(gateway -> new GatewayCost(
                                "tenant " + tenant.name(),
                                gateway.namespace(),
                                gateway.name(),
                                usage(gateway.replicas(), gateway.resources()))));
        Stream<GatewayCost> shared = model.meshes().stream()
                .flatMap(mesh -> mesh.gateways().stream()
                        .map(gateway -> new GatewayCost(
                                "mesh " + mesh.name(),
                                gateway.namespace(),
                                gateway.name(),
                                usage(gateway.replicas(), gateway.resources()))));
        Stream<GatewayCost> egress = model.meshes().stream()
                .flatMap(mesh -> mesh.egressGateways().stream()
                        .map(gateway -> new GatewayCost(
                                "mesh " + mesh.name(),
                                gateway.namespace(),
                                gateway.name(),
                                usage(gateway.replicas(), gateway.resources()))));
        return Stream.of(tenants, shared, egress).flatMap(all -> all).toList();
    }

    private static Usage usage(@Nullable Replicas replicas, @Nullable Resources resources) {
        GatewayProxies proxies = GatewayProxies.of(replicas, resources);
        return Usage.of(proxies.count(), proxies.size(), Range.NONE, Range.NONE);
    }
}
