package dev.tenantmesh.verifier.policy;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.policy.mesh.PeerAuthentication;
import dev.tenantmesh.verifier.policy.mesh.PeerAuthentication.Mode;
import dev.tenantmesh.verifier.policy.mesh.WorkloadSelector;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.policy.network.NetworkPolicy;
import dev.tenantmesh.verifier.policy.network.NetworkRule;
import dev.tenantmesh.verifier.policy.network.Peer;
import dev.tenantmesh.verifier.policy.visible.DestinationRule;
import dev.tenantmesh.verifier.policy.visible.MeshObject;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.select.ExportTo;
import dev.tenantmesh.verifier.select.HostPattern;
import dev.tenantmesh.verifier.select.LabelSelector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the operator of OpenShift Service Mesh 2 makes by itself from a ServiceMeshControlPlane: it stands in no file and
 * counts all the same. Unless {@code manageNetworkPolicy} is false, every pod of every member lets in all members, and
 * every pod with the expose label the router, each on every port.
 *
 * @see <a href="https://github.com/maistra/istio-operator/tree/maistra-2.6/resources/helm">the operator's charts</a>
 */
public final class MaistraOperator {

    private static final String MEMBER_OF = "maistra.io/member-of";

    private final Manifests manifests;
    private final Map<String, MeshSettings> members;

    /** @param members which namespace is in which mesh */
    public MaistraOperator(Manifests manifests, Map<String, MeshSettings> members) {
        this.manifests = manifests;
        this.members = Map.copyOf(members);
    }

    /** The NetworkPolicies that it makes in control planes and members. */
    public List<NetworkPolicy> networkPolicies() {
        return controlPlanes()
                .filter(manifest ->
                        !spec(manifest, "security").text("manageNetworkPolicy").equals("false"))
                .flatMap(this::networkPolicies)
                .toList();
    }

    private Stream<NetworkPolicy> networkPolicies(Manifest controlPlane) {
        String home = controlPlane.namespace();
        Stream<String> meshed = members.entrySet().stream()
                .filter(member -> member.getValue().rootNamespace().equals(home))
                .map(Map.Entry::getKey);
        Stream<NetworkPolicy> everywhere = Stream.concat(Stream.of(home), meshed.sorted())
                .distinct()
                .flatMap(namespace -> Stream.of(
                        policy(
                                controlPlane,
                                namespace,
                                "istio-mesh-",
                                Map.of(),
                                List.of(namespaces(Map.of(MEMBER_OF, home)))),
                        policy(
                                controlPlane,
                                namespace,
                                "istio-expose-route-",
                                Map.of("maistra.io/expose-route", "true"),
                                List.of(namespaces(Map.of("network.openshift.io/policy-group", "ingress"))))));
        Map<String, String> istiod = Map.of("app", "istiod", "istio.io/rev", controlPlane.name());
        return Stream.concat(everywhere, Stream.of(policy(controlPlane, home, "istio-istiod-", istiod, List.of())));
    }

    private static Peer namespaces(Map<String, String> labels) {
        return new Peer.Pods(Optional.of(LabelSelector.of(labels)), Optional.empty());
    }

    private static NetworkPolicy policy(
            Manifest controlPlane, String namespace, String prefix, Map<String, String> pods, List<Peer> peers) {
        Origin origin = controlPlane.origin();
        return new NetworkPolicy(
                namespace,
                prefix + controlPlane.name(),
                LabelSelector.of(pods),
                Map.of(Direction.INGRESS, List.of(new NetworkRule(peers, List.of(), origin))),
                origin);
    }

    /** The PeerAuthentication that it makes of each mesh's {@code dataPlane.mtls}. */
    public List<PeerAuthentication> peerAuthentications() {
        return controlPlanes()
                .map(manifest -> new PeerAuthentication(
                        manifest.namespace(),
                        "default",
                        WorkloadSelector.NONE,
                        spec(manifest, "security", "dataPlane").text("mtls").equals("true")
                                ? Mode.STRICT
                                : Mode.PERMISSIVE,
                        new TreeMap<>(),
                        spec(manifest, "security", "dataPlane").origin()))
                .toList();
    }

    /**
     * The DestinationRules that it makes of {@code dataPlane.mtls}: every Service is called with an identity, but for the
     * API server.
     */
    public List<DestinationRule> destinationRules() {
        return controlPlanes()
                .filter(manifest ->
                        spec(manifest, "security", "dataPlane").text("mtls").equals("true"))
                .flatMap(manifest -> Stream.of(
                        destinationRule(manifest, "default", "*.cluster.local", DestinationRule.Mode.ISTIO_MUTUAL),
                        destinationRule(
                                manifest,
                                "api-server",
                                HostPattern.ofService("kubernetes", "default"),
                                DestinationRule.Mode.DISABLE)))
                .toList();
    }

    private static DestinationRule destinationRule(
            Manifest controlPlane, String name, String host, DestinationRule.Mode mode) {
        Origin origin = spec(controlPlane, "security", "dataPlane").originOf("mtls");
        return new DestinationRule(
                new MeshObject("DestinationRule", controlPlane.namespace(), name, "", origin),
                new HostPattern(host),
                new DestinationRule.Policy(Optional.of(new DestinationRule.Tls(mode, origin)), new TreeMap<>()),
                new TreeMap<>(),
                ExportTo.UNSAID,
                Optional.empty());
    }

    /** The label that it puts on namespaces: members of a mesh and its control plane's own. */
    public Map<String, String> memberLabels(String namespace) {
        MeshSettings mesh = members.get(namespace);
        if (mesh != null) {
            return Map.of(MEMBER_OF, mesh.rootNamespace());
        }
        return controlPlanes().anyMatch(manifest -> manifest.namespace().equals(namespace))
                ? Map.of(MEMBER_OF, namespace)
                : Map.of();
    }

    private Stream<Manifest> controlPlanes() {
        return manifests.of("maistra.io", "ServiceMeshControlPlane");
    }

    private static Mapping spec(Manifest manifest, String... keys) {
        return manifest.body().at("spec").at(keys);
    }
}
