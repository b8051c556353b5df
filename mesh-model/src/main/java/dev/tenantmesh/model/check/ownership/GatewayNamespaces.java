package dev.tenantmesh.model.check.ownership;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.mesh.EgressGateway;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.SharedGateway;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a gateway between clusters has a namespace of its own: it can read its Secrets, and is open to others. */
public record GatewayNamespaces(MeshModel model, Mesh mesh, Problems problems) {

    public void standsApart(Record gateway, String namespace) {
        boolean taken = model.tenants().stream()
                        .flatMap(tenant -> tenant.namespaces().stream())
                        .anyMatch(owned -> owned.name().equals(namespace))
                || model.meshes().stream().flatMap(this::namespaces).anyMatch(namespace::equals);
        if (taken || NamespacesHaveOneOwner.isProtected(namespace)) {
            problems.error(
                    ProblemCode.NAMESPACE_TAKEN,
                    model.origins().of(gateway, "namespace"),
                    namespace,
                    "Something else is in this namespace, and the gateway can read its Secrets.",
                    "Give the gateway a namespace of its own.");
        }
    }

    private Stream<String> namespaces(Mesh other) {
        Stream<String> theirs = Optional.ofNullable(other.multiCluster())
                .filter(multi -> !other.name().equals(mesh.name()))
                .map(multi -> Stream.concat(
                        Stream.ofNullable(multi.gateway()).map(gateway -> gateway.namespace()),
                        Stream.ofNullable(multi.eastWest()).map(gateway -> gateway.namespace())))
                .orElse(Stream.of());
        return Stream.of(
                        Stream.of(other.controlPlane().namespace()),
                        other.gateways().stream().map(SharedGateway::namespace),
                        other.egressGateways().stream().map(EgressGateway::namespace),
                        theirs)
                .flatMap(names -> names);
    }
}
