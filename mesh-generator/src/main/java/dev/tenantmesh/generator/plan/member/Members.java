package dev.tenantmesh.generator.plan.member;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.tenant.Tenant;
import java.util.List;
import java.util.Optional;

/**
 * Everyone in one mesh on one platform.
 *
 * @param mesh the mesh
 * @param namespaces its member namespaces, sorted by name
 * @param egressGateways the gateways by which its members leave the cluster, sorted
 * @param controlPlaneGateways the gateways before control planes that serve other clusters, sorted
 * @param eastWest the gateway by which members of other networks come into this cluster, if there are any
 * @param externals the hosts outside the cluster that its members may call, sorted
 */
public record Members(
        Mesh mesh,
        List<MemberNamespace> namespaces,
        List<MemberEgressGateway> egressGateways,
        List<MemberControlPlaneGateway> controlPlaneGateways,
        Optional<MemberEastWestGateway> eastWest,
        List<MemberExternal> externals) {

    /** The namespace of a name. */
    public Optional<MemberNamespace> namespace(String name) {
        return namespaces.stream()
                .filter(namespace -> namespace.name().equals(name))
                .findFirst();
    }

    /** The namespaces of a tenant. */
    public List<MemberNamespace> of(String tenant) {
        return namespaces.stream()
                .filter(namespace -> namespace.owner().equals(tenant))
                .toList();
    }

    /** The egress gateways that stand in a namespace. */
    public List<MemberEgressGateway> egressGateways(MemberNamespace namespace) {
        return egressGateways.stream()
                .filter(gateway -> gateway.namespace().name().equals(namespace.name()))
                .toList();
    }

    /** The gateways before control planes that stand in a namespace. */
    public List<MemberControlPlaneGateway> controlPlaneGateways(MemberNamespace namespace) {
        return controlPlaneGateways.stream()
                .filter(gateway -> gateway.namespace().name().equals(namespace.name()))
                .toList();
    }

    /** The externals that go through a gateway. */
    public List<MemberExternal> through(MemberEgressGateway gateway) {
        return externals.stream()
                .filter(external -> external.isThrough(gateway))
                .toList();
    }

    /** What an object in a member namespace carries. */
    public Heading heading(MemberNamespace namespace, String name, String entry, String reason) {
        return new Heading(
                namespace.name(),
                name,
                mesh.name(),
                namespace.owningTenant().map(Tenant::name).orElse(null),
                entry,
                reason);
    }

    /** Whether any of them has its proxies on nodes. */
    public boolean hasAmbient() {
        return namespaces.stream().anyMatch(MemberNamespace::isAmbient);
    }

    /** The names of all namespaces, sorted. */
    public List<String> names() {
        return namespaces.stream().map(MemberNamespace::name).toList();
    }
}
