package dev.tenantmesh.verifier.policy;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.policy.gatewayapi.ApiGateway;
import dev.tenantmesh.verifier.policy.limit.LimitReader;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicyReader;
import dev.tenantmesh.verifier.policy.mesh.ControlPlaneReader;
import dev.tenantmesh.verifier.policy.mesh.GatewayReader;
import dev.tenantmesh.verifier.policy.mesh.PeerAuthenticationReader;
import dev.tenantmesh.verifier.policy.mesh.WaypointReader;
import dev.tenantmesh.verifier.policy.network.AdminPolicyReader;
import dev.tenantmesh.verifier.policy.network.NetworkPolicyReader;
import dev.tenantmesh.verifier.policy.visible.VisibleReader;
import dev.tenantmesh.verifier.profile.MeshSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads every kind that decides about connections, and reports kinds of the same groups that nobody here understands. */
public final class PolicyReader {

    private static final Set<String> ADMIN_KINDS =
            Set.of("AdminNetworkPolicy", "BaselineAdminNetworkPolicy", "ClusterNetworkPolicy");

    /** Kinds of the groups that decide, by what is known of them: these are read, or do not decide who may connect. */
    private static final Map<String, Set<String>> UNDERSTOOD = Map.ofEntries(
            Map.entry("networking.k8s.io", Set.of("NetworkPolicy", "Ingress", "IngressClass")),
            Map.entry("policy.networking.k8s.io", ADMIN_KINDS),
            Map.entry(
                    "security.istio.io", Set.of("PeerAuthentication", "AuthorizationPolicy", "RequestAuthentication")),
            Map.entry("route.openshift.io", Set.of("Route")),
            Map.entry(
                    "gateway.networking.k8s.io",
                    Set.of(
                            "Gateway",
                            "GatewayClass",
                            "HTTPRoute",
                            "GRPCRoute",
                            "TLSRoute",
                            "TCPRoute",
                            "ReferenceGrant",
                            "BackendTLSPolicy")),
            Map.entry("gateway.networking.x-k8s.io", Set.of()),
            Map.entry(
                    "networking.istio.io",
                    Set.of(
                            "Gateway",
                            "VirtualService",
                            "DestinationRule",
                            "ServiceEntry",
                            "WorkloadEntry",
                            "WorkloadGroup",
                            "Sidecar",
                            "ProxyConfig")),
            Map.entry("extensions.istio.io", Set.of()),
            Map.entry("crd.projectcalico.org", Set.of()),
            Map.entry("projectcalico.org", Set.of()),
            Map.entry("cilium.io", Set.of()),
            Map.entry("k8s.ovn.org", Set.of()));

    private final Manifests manifests;
    private final Problems problems;

    private PolicyReader(Manifests manifests, Problems problems) {
        this.manifests = manifests;
        this.problems = problems;
    }

    /**
     * The policies of some manifests.
     *
     * @param known control planes that are known to be there; one that a manifest makes itself counts as it is written,
     *     and where there is none at all, one with the defaults of Istio is assumed
     */
    public static PolicyModel read(Manifests manifests, List<MeshSettings> known, Problems problems) {
        return new PolicyReader(manifests, problems).model(known);
    }

    private PolicyModel model(List<MeshSettings> known) {
        reportOpenKinds();
        List<MeshSettings> found = ControlPlaneReader.controlPlanes(manifests, problems);
        List<MeshSettings> meshes = meshes(found, known);
        Map<String, MeshSettings> members = ControlPlaneReader.members(manifests, meshes);
        MaistraOperator operator = new MaistraOperator(manifests, members);
        Routing routing = new RoutingReader(manifests, members, problems).read();
        return new PolicyModel(
                Stream.concat(
                                each("networking.k8s.io", "NetworkPolicy", new NetworkPolicyReader(problems)::read),
                                operator.networkPolicies().stream())
                        .toList(),
                ADMIN_KINDS.stream()
                        .sorted()
                        .flatMap(kind -> each("policy.networking.k8s.io", kind, new AdminPolicyReader(problems)::read))
                        .toList(),
                Stream.concat(
                                each(
                                        "security.istio.io",
                                        "PeerAuthentication",
                                        new PeerAuthenticationReader(problems)::read),
                                operator.peerAuthentications().stream())
                        .toList(),
                each("security.istio.io", "AuthorizationPolicy", new AuthorizationPolicyReader(problems)::read)
                        .toList(),
                Stream.concat(
                                each("networking.istio.io", "Gateway", new GatewayReader(problems)::read),
                                routing.gateways().stream()
                                        .filter(ApiGateway::isOfIstio)
                                        .map(ApiGateway::servers))
                        .flatMap(List::stream)
                        .toList(),
                WaypointReader.read(manifests),
                meshes,
                members,
                new VisibleReader(manifests, problems).read(operator.destinationRules()),
                routing,
                LimitReader.read(manifests));
    }

    private static List<MeshSettings> meshes(List<MeshSettings> found, List<MeshSettings> known) {
        List<MeshSettings> all = Stream.concat(
                        found.stream(),
                        known.stream()
                                .filter(mesh -> found.stream()
                                        .noneMatch(made -> made.namespace().equals(mesh.namespace()))))
                .toList();
        return all.isEmpty() ? List.of(MeshSettings.ISTIO_DEFAULTS) : all;
    }

    private <T> Stream<T> each(String group, String kind, Function<Manifest, T> reader) {
        return manifests.of(group, kind).map(reader);
    }

    private void reportOpenKinds() {
        for (Manifest manifest : manifests.all()) {
            Set<String> understood = UNDERSTOOD.get(manifest.group());
            if (understood != null && !understood.contains(manifest.kind())) {
                problems.error(
                        ProblemCode.NOT_UNDERSTOOD,
                        manifest.body().originOf("kind"),
                        manifest.kind() + " of " + manifest.group(),
                        "Objects of this kind can decide who reaches whom, and it is not known how.",
                        "Leave them out and say so, or express them by a kind that is known.");
            }
        }
    }
}
