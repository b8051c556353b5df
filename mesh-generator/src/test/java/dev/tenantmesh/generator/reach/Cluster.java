package dev.tenantmesh.generator.reach;

import dev.tenantmesh.generator.reach.NetworkPolicy.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The manifests of one platform, applied to a world. */
final class Cluster {

    private static final Set<String> KINDS = Set.of(
            "AuthorizationPolicy",
            "Deployment",
            "ClusterRole",
            "DestinationRule",
            "Gateway",
            "HorizontalPodAutoscaler",
            "Istio",
            "IstioCNI",
            "LimitRange",
            "Namespace",
            "NetworkAttachmentDefinition",
            "NetworkPolicy",
            "PeerAuthentication",
            "PodDisruptionBudget",
            "ResourceQuota",
            "Role",
            "RoleBinding",
            "Route",
            "Service",
            "ServiceAccount",
            "ServiceEntry",
            "ServiceMeshControlPlane",
            "ServiceMeshMember",
            "ServiceMeshMemberRoll",
            "Sidecar",
            "VirtualService");

    private final Map<String, Map<String, String>> namespaces = new HashMap<>();
    private final Map<String, Mesh> meshes = new HashMap<>();
    private final List<NetworkPolicy> networkPolicies;
    private final List<PeerAuthentication> peerAuthentications;
    private final List<AuthorizationPolicy> authorizationPolicies;
    private final List<Entrance> entrances;
    private final boolean ovn;

    Cluster(List<Document> documents, World world) {
        documents.forEach(Cluster::known);
        List<Document> all = new ArrayList<>(documents);
        all.addAll(MaistraPolicies.of(documents));
        networkPolicies = read(all, "NetworkPolicy", NetworkPolicy::read);
        peerAuthentications = read(all, "PeerAuthentication", PeerAuthentication::read);
        authorizationPolicies = read(all, "AuthorizationPolicy", AuthorizationPolicy::read);
        entrances = read(all, "Gateway", Entrance::read);
        ovn = world.ovn();
        world.namespaces().forEach((name, labels) -> namespaces.put(name, new LinkedHashMap<>(labels)));
        documents.stream()
                .filter(document -> document.is("Namespace"))
                .forEach(document -> namespaces
                        .computeIfAbsent(document.name(), name -> new LinkedHashMap<>())
                        .putAll(document.fields().path("metadata").textMap("labels")));
        namespaces.forEach((name, labels) -> labels.put("kubernetes.io/metadata.name", name));
        Mesh.in(documents).forEach(this::join);
    }

    boolean isOvn() {
        return ovn;
    }

    Map<String, String> labels(String namespace) {
        return Optional.ofNullable(namespaces.get(namespace))
                .orElseThrow(() -> new IllegalArgumentException("namespace " + namespace));
    }

    Optional<Mesh> mesh(String namespace) {
        return Optional.ofNullable(meshes.get(namespace));
    }

    /** The policies that isolate a pod in a direction. */
    List<NetworkPolicy> isolating(Endpoint pod, Direction direction) {
        return networkPolicies.stream()
                .filter(policy -> policy.namespace().equals(pod.namespace()))
                .filter(policy -> policy.types().contains(direction))
                .filter(policy -> policy.pods().matches(pod.labels()))
                .toList();
    }

    Stream<PeerAuthentication> peerAuthentications(String namespace) {
        return peerAuthentications.stream().filter(policy -> policy.namespace().equals(namespace));
    }

    /** Those of the pod's namespace and of its mesh's root namespace that select it. */
    List<AuthorizationPolicy> authorizationPolicies(Endpoint pod) {
        String root = mesh(pod.namespace()).map(Mesh::rootNamespace).orElse("");
        return authorizationPolicies.stream()
                .filter(policy -> policy.namespace().equals(pod.namespace())
                        || policy.namespace().equals(root))
                .filter(policy -> policy.selects(pod))
                .toList();
    }

    /** Whether a gateway's pod asks its clients for an identity of the mesh. */
    boolean asksForIdentity(Endpoint pod) {
        List<Entrance> listening =
                entrances.stream().filter(entrance -> entrance.selects(pod)).toList();
        return !listening.isEmpty() && listening.stream().allMatch(Entrance::asksForIdentity);
    }

    private void join(Mesh mesh) {
        namespaces.forEach((namespace, labels) -> {
            if (mesh.has(labels)) {
                labels.put("maistra.io/member-of", mesh.rootNamespace());
                Mesh other = meshes.put(namespace, mesh);
                if (other != null) {
                    throw new NotUnderstood(namespace + " is of two meshes: " + mesh.name() + ", " + other.name());
                }
            }
        });
    }

    private static void known(Document document) {
        document.kind().filter(kind -> !KINDS.contains(kind)).ifPresent(kind -> {
            throw new NotUnderstood(document + ": kind " + kind);
        });
        boolean istio = document.fields().optionalText("apiVersion").orElse("").startsWith("security.istio.io/");
        if (istio && document.fields().path("metadata", "labels").has("istio.io/rev")) {
            throw new NotUnderstood(document + ": of one revision only");
        }
    }

    private static <T> List<T> read(List<Document> documents, String kind, Function<Document, T> reader) {
        return documents.stream()
                .filter(document -> document.is(kind))
                .map(reader)
                .toList();
    }
}
