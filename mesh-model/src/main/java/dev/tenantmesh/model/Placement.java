package dev.tenantmesh.model;

import dev.tenantmesh.model.mesh.ControlPlaneGateway;
import dev.tenantmesh.model.mesh.EastWestGateway;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.MultiCluster;
import dev.tenantmesh.model.platform.Cluster;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.tenant.TenantNamespace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One cluster of a platform of several, and who is where.
 *
 * @param whole the model of all clusters
 * @param platform the platform as its owners wrote it
 * @param cluster which of its clusters
 */
public record Placement(MeshModel whole, Platform platform, Cluster cluster) {

    /** What a cluster is for a mesh. */
    public enum Role {
        /** Its members are here, and their control plane as well. */
        PRIMARY,
        /** Its members are here, and their control plane is in another cluster. */
        REMOTE,
        /** Its control plane is here, for members in another cluster. */
        CONTROL,
        /** Nothing of it is here. */
        NONE
    }

    /** What this cluster is for a mesh. */
    public Role role(Mesh mesh) {
        boolean members = clustersOf(mesh).contains(cluster);
        Optional<Cluster> control = controlCluster(mesh);
        if (control.isEmpty()) {
            return members ? Role.PRIMARY : Role.NONE;
        }
        return control.get().equals(cluster) ? Role.CONTROL : members ? Role.REMOTE : Role.NONE;
    }

    /** The clusters that hold members of a mesh. */
    public List<Cluster> clustersOf(Mesh mesh) {
        Optional<Cluster> control = controlCluster(mesh);
        return platform.clusters().stream()
                .filter(one -> mesh.clusters().isEmpty() || mesh.clusters().contains(one.name()))
                .filter(one -> control.filter(one::equals).isEmpty())
                .toList();
    }

    /** The cluster that holds the control plane of a mesh and none of its members, if one does. */
    public Optional<Cluster> controlCluster(Mesh mesh) {
        return Optional.ofNullable(mesh.multiCluster())
                .map(MultiCluster::controlCluster)
                .flatMap(platform::cluster);
    }

    /** The clusters that a namespace of a mesh is in; one that is no tenant's holds gateways, and is in all of them. */
    public Set<Cluster> clustersOf(Mesh mesh, String namespace) {
        List<Cluster> members = clustersOf(mesh);
        return whole.tenantsOf(mesh).stream()
                .flatMap(tenant -> tenant.namespaces().stream())
                .filter(owned -> owned.name().equals(namespace))
                .findFirst()
                .map(owned -> members.stream()
                        .filter(one ->
                                owned.clusters().isEmpty() || owned.clusters().contains(one.name()))
                        .collect(Collectors.<Cluster, Set<Cluster>>toCollection(LinkedHashSet::new)))
                .orElseGet(() -> new LinkedHashSet<>(members));
    }

    /** The other clusters that hold members of a mesh. */
    public List<Cluster> othersOf(Mesh mesh) {
        return clustersOf(mesh).stream().filter(one -> !one.equals(cluster)).toList();
    }

    /** By which members of other networks come in, if this cluster is one of several with members. */
    public Optional<EastWestGateway> eastWest(Mesh mesh) {
        return clustersOf(mesh).contains(cluster) && !othersOf(mesh).isEmpty()
                ? Optional.ofNullable(mesh.multiCluster()).map(MultiCluster::eastWest)
                : Optional.empty();
    }

    /** Whether a namespace of a mesh is in this cluster. */
    public boolean holds(Mesh mesh, TenantNamespace namespace) {
        return clustersOf(mesh).contains(cluster)
                && (namespace.clusters().isEmpty() || namespace.clusters().contains(cluster.name()));
    }

    /**
     * A gateway before a control plane of this cluster.
     *
     * @param mesh whose control plane
     * @param gateway the gateway
     */
    public record Serving(Mesh mesh, ControlPlaneGateway gateway) {}

    /** The gateways before control planes of this cluster that run on proxies of a mesh. */
    public List<Serving> gatewaysOn(Mesh proxies) {
        return whole.meshes().stream()
                .filter(mesh -> role(mesh) == Role.CONTROL)
                .flatMap(mesh -> gatewayOf(mesh).map(gateway -> new Serving(mesh, gateway)).stream())
                .filter(serving -> serving.gateway().mesh().equals(proxies.name()))
                .toList();
    }

    /** The gateway before the control plane of a mesh, if its control plane is in a cluster of its own. */
    public Optional<ControlPlaneGateway> gatewayOf(Mesh mesh) {
        return Stream.ofNullable(mesh.multiCluster())
                .flatMap(multi -> Stream.ofNullable(multi.gateway()))
                .findFirst();
    }
}
