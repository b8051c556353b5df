package dev.tenantmesh.generator.plan.member;

import dev.tenantmesh.model.mesh.EgressGateway;
import dev.tenantmesh.model.mesh.Mesh;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Decides the egress gateways of a mesh and the namespaces they stand in. */
final class MemberEgressGateways {

    private MemberEgressGateways() {}

    /** The gateways of a mesh, sorted by namespace and name. */
    static List<MemberEgressGateway> plan(Mesh mesh) {
        return mesh.egressGateways().stream()
                .sorted(Comparator.comparing(EgressGateway::path))
                .map(gateway -> plan(mesh, gateway))
                .toList();
    }

    /** The namespaces of gateways, each once. */
    static Collection<MemberNamespace> namespaces(List<MemberEgressGateway> gateways) {
        Map<String, MemberNamespace> namespaces = new TreeMap<>();
        gateways.forEach(gateway -> namespaces.putIfAbsent(gateway.namespace().name(), gateway.namespace()));
        return namespaces.values();
    }

    private static MemberEgressGateway plan(Mesh mesh, EgressGateway gateway) {
        String namespace = gateway.namespace();
        return new MemberEgressGateway(
                gateway,
                MemberNamespace.ofMesh(
                        gateway,
                        Pods.all(namespace, mesh.trustDomain()),
                        List.of(),
                        "mesh/" + mesh.name() + "/egressGateways/" + namespace),
                Pods.of(namespace, Map.of("istio", gateway.name()), mesh.trustDomain(), gateway.name()),
                GatewaySize.of(gateway.replicas(), gateway.resources()),
                "mesh/" + mesh.name() + "/egressGateways/" + gateway.path());
    }
}
