package dev.tenantmesh.generator.plan.member;

import dev.tenantmesh.model.mesh.EastWestGateway;
import dev.tenantmesh.model.mesh.Mesh;
import java.util.List;
import java.util.Map;

/**
 * The gateway by which members of other networks come into this cluster.
 *
 * @param source what the platform team wrote
 * @param namespace where it stands, a namespace of the mesh
 * @param pods its pods
 * @param size how large it is
 * @param entry its model entry
 */
public record MemberEastWestGateway(
        EastWestGateway source, MemberNamespace namespace, Pods pods, GatewaySize size, String entry) {

    public String name() {
        return source.name();
    }

    static MemberEastWestGateway of(Mesh mesh, EastWestGateway gateway) {
        String namespace = gateway.namespace();
        String entry = "mesh/" + mesh.name() + "/multiCluster/eastWest";
        return new MemberEastWestGateway(
                gateway,
                MemberNamespace.ofMesh(gateway, Pods.all(namespace, mesh.trustDomain()), List.of(), entry),
                Pods.of(namespace, Map.of("istio", gateway.name()), mesh.trustDomain(), gateway.name()),
                GatewaySize.of(gateway.replicas(), gateway.resources()),
                entry);
    }
}
