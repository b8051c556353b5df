package dev.tenantmesh.generator.plan.member;

import dev.tenantmesh.model.Placement.Serving;
import dev.tenantmesh.model.mesh.ControlPlaneGateway;
import dev.tenantmesh.model.mesh.Mesh;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A gateway before a control plane that serves another cluster, on proxies of this mesh.
 *
 * @param source what the platform team wrote
 * @param serves the mesh whose control plane it is before
 * @param namespace where it stands, a namespace of this mesh
 * @param pods its pods
 * @param size how large it is
 * @param entry its model entry
 */
public record MemberControlPlaneGateway(
        ControlPlaneGateway source, Mesh serves, MemberNamespace namespace, Pods pods, GatewaySize size, String entry) {

    public String name() {
        return source.name();
    }

    /** Whether TLS ends here; if not, it goes through to the control plane. */
    public boolean endsTls() {
        return source.host() != null;
    }

    /** The gateways on proxies of a mesh, sorted by namespace and name. */
    static List<MemberControlPlaneGateway> plan(Mesh mesh, List<Serving> servings) {
        return servings.stream()
                .map(serving -> plan(mesh, serving))
                .sorted(Comparator.comparing((MemberControlPlaneGateway gateway) ->
                                gateway.namespace().name())
                        .thenComparing(MemberControlPlaneGateway::name))
                .toList();
    }

    private static MemberControlPlaneGateway plan(Mesh mesh, Serving serving) {
        ControlPlaneGateway gateway = serving.gateway();
        String namespace = gateway.namespace();
        String entry = "mesh/" + serving.mesh().name() + "/multiCluster/gateway";
        return new MemberControlPlaneGateway(
                gateway,
                serving.mesh(),
                MemberNamespace.ofMesh(gateway, Pods.all(namespace, mesh.trustDomain()), List.of(), entry),
                Pods.of(namespace, Map.of("istio", gateway.name()), mesh.trustDomain(), gateway.name()),
                GatewaySize.of(gateway.replicas(), gateway.resources()),
                entry);
    }
}
