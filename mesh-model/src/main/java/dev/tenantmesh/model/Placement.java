package dev.tenantmesh.model;

import dev.tenantmesh.model.mesh.ControlPlaneGateway;
import dev.tenantmesh.model.mesh.EastWestGateway;
import dev.tenantmesh.model.mesh.EgressGateway;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.MultiCluster;
import dev.tenantmesh.model.mesh.SharedGateway;
import dev.tenantmesh.model.platform.Cluster;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.tenant.External;
import dev.tenantmesh.model.tenant.TenantNamespace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
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

    /** The same for another cluster of the platform. */
    public Placement in(Cluster other) {
        return new Placement(whole, platform, other);
    }

    /** What this cluster is for a mesh. */
    public Role role(Mesh mesh) {
        if (controlCluster(mesh).filter(cluster::equals).isPresent()) {
            return Role.CONTROL;
        }
        if (!clustersOf(mesh).contains(cluster)) {
            return Role.NONE;
        }
        boolean served = controlCluster(mesh).isPresent()
                || primary(mesh).filter(one -> !one.equals(cluster)).isPresent();
        return served ? Role.REMOTE : Role.PRIMARY;
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

    /** The cluster whose control plane serves all clusters of a mesh and has members as well, if one does. */
    public Optional<Cluster> primary(Mesh mesh) {
        return Optional.ofNullable(mesh.multiCluster())
                .map(MultiCluster::primaryCluster)
                .flatMap(platform::cluster);
    }

    /**
     * The cluster where the control plane reads Istio's objects for members here, if that is another one. An external
     * control plane reads them here.
     *
     * @see <a href="https://istio.io/latest/docs/ops/deployment/deployment-models/#control-plane-models">models</a>
     */
    public Optional<Cluster> configuredIn(Mesh mesh) {
        return role(mesh) == Role.REMOTE ? primary(mesh) : Optional.empty();
    }

    /** The namespaces of a mesh that are in this cluster. */
    public Set<String> namespacesOf(Mesh mesh) {
        Set<String> all = new TreeSet<>(Set.of(mesh.controlPlane().namespace()));
        whole.tenantsOf(mesh).stream()
                .flatMap(tenant -> tenant.namespaces().stream())
                .filter(namespace -> holds(mesh, namespace))
                .map(TenantNamespace::name)
                .forEach(all::add);
        Stream.concat(
                        whole(mesh).gateways().stream().map(SharedGateway::namespace),
                        whole(mesh).egressGateways().stream().map(EgressGateway::namespace))
                .filter(namespace -> clustersOf(mesh, namespace).contains(cluster))
                .forEach(all::add);
        eastWest(mesh).map(EastWestGateway::namespace).ifPresent(all::add);
        gatewaysOn(mesh).forEach(serving -> all.add(serving.gateway().namespace()));
        return all;
    }

    /**
     * The namespaces of a mesh that are in its primary's cluster and not in this one. Whoever ran in one of the same name
     * here would be given its identities, since the primary signs for every pod that it is asked for.
     *
     * @see <a href="https://istio.io/latest/docs/ops/deployment/deployment-models/#namespace-tenancy">namespace sameness</a>
     */
    public Set<String> reserved(Mesh mesh) {
        Set<String> reserved = new TreeSet<>();
        configuredIn(mesh).ifPresent(primary -> reserved.addAll(in(primary).namespacesOf(mesh)));
        reserved.removeAll(namespacesOf(mesh));
        return reserved;
    }

    /** A mesh as it is in all clusters. */
    public Mesh whole(Mesh mesh) {
        return whole.mesh(mesh.name()).orElse(mesh);
    }

    /** The clusters that a namespace of a mesh is in; one of gateways is where these are, and any other one in all. */
    public Set<Cluster> clustersOf(Mesh mesh, String namespace) {
        List<Set<Cluster>> gateways = Stream.concat(
                        whole(mesh).gateways().stream()
                                .filter(gateway -> gateway.namespace().equals(namespace))
                                .map(gateway -> clustersOf(mesh, gateway)),
                        whole(mesh).egressGateways().stream()
                                .filter(gateway -> gateway.namespace().equals(namespace))
                                .map(gateway -> clustersOf(mesh, gateway)))
                .toList();
        return gateways.isEmpty()
                ? with(mesh, one -> one.name().equals(namespace))
                : clustersOf(mesh).stream()
                        .filter(one -> gateways.stream().anyMatch(some -> some.contains(one)))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The clusters that a shared gateway is in: those with namespaces of tenants that use it, or all if nobody does. */
    public Set<Cluster> clustersOf(Mesh mesh, SharedGateway gateway) {
        Set<String> users = whole.tenantsOf(mesh).stream()
                .filter(tenant -> tenant.sharedGateways().stream()
                        .anyMatch(use -> use.gateway().equals(gateway.name())))
                .flatMap(tenant -> tenant.namespaces().stream())
                .map(TenantNamespace::name)
                .collect(Collectors.toSet());
        return with(mesh, namespace -> users.contains(namespace.name()));
    }

    /** The clusters that an egress gateway is in: those with namespaces that leave by it, or all if nobody does. */
    public Set<Cluster> clustersOf(Mesh mesh, EgressGateway gateway) {
        Set<String> users = whole.tenantsOf(mesh).stream()
                .flatMap(tenant -> tenant.externals().stream())
                .filter(external -> external.via() != null
                        && gateway.path().equals(external.via().egressGateway()))
                .flatMap(external -> external.from().stream())
                .map(External.Client::namespace)
                .collect(Collectors.toSet());
        return with(mesh, namespace -> users.contains(namespace.name()));
    }

    /** The clusters with some namespaces of tenants; all if there are no such namespaces. */
    private Set<Cluster> with(Mesh mesh, Predicate<TenantNamespace> some) {
        List<TenantNamespace> namespaces = whole.tenantsOf(mesh).stream()
                .flatMap(tenant -> tenant.namespaces().stream())
                .filter(some)
                .toList();
        return clustersOf(mesh).stream()
                .filter(one -> namespaces.isEmpty() || namespaces.stream().anyMatch(namespace -> isIn(namespace, one)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isIn(TenantNamespace namespace, Cluster cluster) {
        return namespace.clusters().isEmpty() || namespace.clusters().contains(cluster.name());
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
        return clustersOf(mesh).contains(cluster) && isIn(namespace, cluster);
    }

    /**
     * A gateway before a control plane of this cluster.
     *
     * @param mesh whose control plane
     * @param gateway the gateway
     */
    public record Serving(Mesh mesh, ControlPlaneGateway gateway) {}

    /** The gateways before control planes of this cluster that run on proxies of a mesh; a primary's on its own. */
    public List<Serving> gatewaysOn(Mesh proxies) {
        return whole.meshes().stream()
                .filter(this::servesOthers)
                .flatMap(mesh -> gatewayOf(mesh).map(gateway -> new Serving(mesh, gateway)).stream())
                .filter(serving -> proxies.name()
                        .equals(Objects.requireNonNullElse(
                                serving.gateway().mesh(), serving.mesh().name())))
                .toList();
    }

    /** Whether the control plane of a mesh is here and serves another cluster. */
    public boolean servesOthers(Mesh mesh) {
        return switch (role(mesh)) {
            case CONTROL -> true;
            case PRIMARY -> primary(mesh).isPresent() && !othersOf(mesh).isEmpty();
            case REMOTE, NONE -> false;
        };
    }

    /** The gateway before the control plane of a mesh, if that serves another cluster than its own. */
    public Optional<ControlPlaneGateway> gatewayOf(Mesh mesh) {
        return Stream.ofNullable(mesh.multiCluster())
                .flatMap(multi -> Stream.ofNullable(multi.gateway()))
                .findFirst();
    }
}
