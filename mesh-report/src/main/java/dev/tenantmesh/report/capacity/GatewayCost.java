package dev.tenantmesh.report.capacity;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.capacity.Range;
import dev.tenantmesh.model.effective.GatewayProxies;
import dev.tenantmesh.model.gateway.Replicas;
import dev.tenantmesh.model.gateway.Resources;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.MultiCluster;
import dev.tenantmesh.model.platform.Cluster;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.tenant.Gateway;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the pods of a generated gateway or of a waypoint reserve; what they use under load is not published.
 *
 * @param owner the tenant it belongs to, or the mesh
 * @param namespace where it stands
 * @param name its name
 * @param usage what it reserves
 */
record GatewayCost(String owner, String namespace, String name, Usage usage) {

    static List<GatewayCost> of(MeshModel model, Platform platform) {
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
        Stream<GatewayCost> clusters = model.meshes().stream()
                .flatMap(mesh -> Stream.ofNullable(mesh.multiCluster())
                        .flatMap(several -> betweenClusters(mesh, several, platform)));
        return Stream.of(tenants, waypoints(model), shared, egress, clusters)
                .flatMap(all -> all)
                .toList();
    }

    /** By which members of other clusters come in, once in each cluster, and before a control plane in another one. */
    private static Stream<GatewayCost> betweenClusters(Mesh mesh, MultiCluster several, Platform platform) {
        List<Cluster> clusters = platform.clusters().stream()
                .filter(one -> mesh.clusters().isEmpty() || mesh.clusters().contains(one.name()))
                .toList();
        Stream<GatewayCost> eastWest = Stream.ofNullable(several.eastWest())
                .flatMap(gateway -> clusters.stream()
                        .map(cluster -> new GatewayCost(
                                "mesh " + mesh.name(),
                                gateway.namespace(),
                                gateway.name() + " in " + cluster.name(),
                                usage(gateway.replicas(), gateway.resources()))));
        Stream<GatewayCost> controlPlane = Stream.ofNullable(several.gateway())
                .filter(gateway -> clusters.size() > (gateway.mesh() == null ? 1 : 0))
                .map(gateway -> new GatewayCost(
                        "mesh " + Objects.requireNonNullElse(gateway.mesh(), mesh.name()),
                        gateway.namespace(),
                        gateway.name(),
                        usage(gateway.replicas(), gateway.resources())));
        return Stream.concat(eastWest, controlPlane);
    }

    /** A waypoint is a Gateway to its control plane, and reserves as much. */
    private static Stream<GatewayCost> waypoints(MeshModel model) {
        return model.tenants().stream()
                .filter(model::renders)
                .flatMap(tenant -> tenant.namespaces().stream()
                        .flatMap(namespace -> Stream.ofNullable(namespace.waypoint())
                                .map(waypoint -> new GatewayCost(
                                        "tenant " + tenant.name(),
                                        namespace.name(),
                                        waypoint.name(),
                                        usage(waypoint.replicas(), waypoint.resources())))));
    }

    private static Usage usage(@Nullable Replicas replicas, @Nullable Resources resources) {
        GatewayProxies proxies = GatewayProxies.of(replicas, resources);
        return Usage.of(proxies.count(), proxies.size(), Range.NONE, Range.NONE);
    }
}
