package dev.tenantmesh.verifier.proved;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.ManifestLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every kind that is rendered is understood, or has no effect on who reaches whom, for a reason. */
class CompletenessTest {

    private static final List<String> UNDERSTOOD = List.of(
            "AdminNetworkPolicy",
            "AuthorizationPolicy",
            "ClusterNetworkPolicy",
            "ClusterRole",
            "ConfigMap",
            "Deployment",
            "DestinationRule",
            "Gateway",
            "HTTPRoute",
            "Istio",
            "LimitRange",
            "Namespace",
            "NetworkPolicy",
            "PeerAuthentication",
            "ReferenceGrant",
            "Role",
            "RoleBinding",
            "ResourceQuota",
            "Route",
            "Service",
            "ServiceEntry",
            "ServiceMeshControlPlane",
            "ServiceMeshMember",
            "ServiceMeshMemberRoll",
            "Sidecar",
            "TLSRoute",
            "ValidatingAdmissionPolicy",
            "ValidatingAdmissionPolicyBinding",
            "VirtualService",
            "ZTunnel");

    private static final Map<String, String> WITHOUT_EFFECT = Map.of(
            "HorizontalPodAutoscaler", "how many pods there are, not which",
            "IstioCNI", "how proxies are set up on nodes; a pod without it does not start",
            "NetworkAttachmentDefinition", "how proxies are set up on nodes; a pod without it does not start",
            "PodDisruptionBudget", "when pods may be moved",
            "PodMonitor", "what is scraped; who may scrape is said by policies",
            "PriorityClass", "which pods run first",
            "ServiceAccount", "a name; pods and policies say who uses it");

    @Test
    void every_kind_is_understood_or_without_effect() throws IOException {
        // When
        Set<String> rendered = new TreeSet<>();
        for (Path root : List.of(
                Path.of("..", "examples"), Path.of("..", "mesh-generator", "src", "test", "resources", "cases"))) {
            for (Path deploy : deployed(root)) {
                ManifestLoader.load(List.of(deploy), LoadOptions.DEFAULT, new Problems()).all().stream()
                        .map(Manifest::kind)
                        .forEach(rendered::add);
            }
        }

        // Then
        Set<String> known = new TreeSet<>(UNDERSTOOD);
        known.addAll(WITHOUT_EFFECT.keySet());
        assertThat(rendered).isEqualTo(known);
        assertThat(UNDERSTOOD).doesNotContainAnyElementsOf(WITHOUT_EFFECT.keySet());
    }

    private static List<Path> deployed(Path root) throws IOException {
        try (Stream<Path> examples = Files.list(root)) {
            List<Path> folders = examples.map(example -> example.resolve("deploy"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
            List<Path> platforms = new java.util.ArrayList<>();
            for (Path folder : folders) {
                try (Stream<Path> found = Files.list(folder)) {
                    found.filter(Files::isDirectory).sorted().forEach(platforms::add);
                }
            }
            return platforms;
        }
    }
}
