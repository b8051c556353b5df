package dev.tenantmesh.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.generator.acceptance.Acceptance;
import dev.tenantmesh.generator.acceptance.TargetCluster;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.ServiceMesh;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The API server of each platform takes every manifest that is made for it. */
class AcceptedByClustersTest {

    /** Kinds that no CustomResourceDefinition describes; fabric8's classes hold them elsewhere. */
    private static final Set<String> BUILT_IN = Stream.of(
                    Acceptance.unknownKind("apps/v1", "Deployment"),
                    Acceptance.unknownKind("autoscaling/v2", "HorizontalPodAutoscaler"),
                    Acceptance.unknownKind("policy/v1", "PodDisruptionBudget"),
                    Acceptance.unknownKind("v1", "Namespace"),
                    Acceptance.unknownKind("v1", "Service"),
                    Acceptance.unknownKind("v1", "ServiceAccount"),
                    Acceptance.unknownKind("rbac.authorization.k8s.io/v1", "Role"),
                    Acceptance.unknownKind("rbac.authorization.k8s.io/v1", "RoleBinding"),
                    Acceptance.unknownKind("route.openshift.io/v1", "Route"))
            .collect(Collectors.toUnmodifiableSet());

    private static Map<String, Acceptance> servers;

    @BeforeAll
    static void startServers() {
        servers = Map.of(
                "ISTIO 1.18",
                TargetCluster.ISTIO_1_18.acceptance(),
                "ISTIO 1.30",
                TargetCluster.ISTIO_1_30.acceptance(),
                "OPENSHIFT_SERVICE_MESH 2.6",
                // Later 2.6 releases serve v1 as well; what is made for the platform has to do without.
                TargetCluster.OSSM_2_6.acceptance().without("security.istio.io/v1", "networking.istio.io/v1"),
                "OPENSHIFT_SERVICE_MESH 3.4",
                TargetCluster.OSSM_3_4.acceptance());
    }

    @TestFactory
    Stream<DynamicTest> everyManifest() {
        return GoldenCase.forEach(golden -> {
            Rendering rendering = golden.rendering();
            Map<String, Acceptance> serverOf = rendering.model().platforms().stream()
                    .collect(Collectors.toMap(Platform::name, platform -> serverOf(platform.mesh())));

            List<String> refusals = Manifest.generatedIn(rendering.texts()).stream()
                    .flatMap(manifest -> refusals(manifest, serverOf.get(manifest.platform())))
                    .toList();

            assertThat(refusals).isEmpty();
        });
    }

    private static Acceptance serverOf(ServiceMesh mesh) {
        return servers.get(mesh.type() + " " + mesh.version());
    }

    private static Stream<String> refusals(Manifest manifest, Acceptance server) {
        return server.check(manifest.tree()).stream()
                .filter(message -> !BUILT_IN.contains(message))
                .map(message -> manifest.path() + ": " + message);
    }
}
