package dev.tenantmesh.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenantmesh.crds.ApiServer;
import dev.tenantmesh.crds.KindName;
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
    private static final Set<KindName> BUILT_IN = Set.of(
            new KindName("apps/v1", "Deployment"),
            new KindName("autoscaling/v2", "HorizontalPodAutoscaler"),
            new KindName("policy/v1", "PodDisruptionBudget"),
            new KindName("v1", "Namespace"),
            new KindName("v1", "Service"),
            new KindName("v1", "ServiceAccount"),
            new KindName("rbac.authorization.k8s.io/v1", "Role"),
            new KindName("rbac.authorization.k8s.io/v1", "RoleBinding"),
            new KindName("route.openshift.io/v1", "Route"));

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Map<String, ApiServer> servers;

    @BeforeAll
    static void startServers() {
        servers = Map.of(
                "ISTIO 1.18",
                TargetCluster.ISTIO_1_18.server(),
                "ISTIO 1.30",
                TargetCluster.ISTIO_1_30.server(),
                "OPENSHIFT_SERVICE_MESH 2.6",
                // Later 2.6 releases serve v1 as well; what is made for the platform has to do without.
                TargetCluster.OSSM_2_6.server().without("security.istio.io/v1", "networking.istio.io/v1"),
                "OPENSHIFT_SERVICE_MESH 3.4",
                TargetCluster.OSSM_3_4.server());
    }

    @TestFactory
    Stream<DynamicTest> everyManifest() {
        return GoldenCase.forEach(golden -> {
            Rendering rendering = golden.rendering();
            Map<String, ApiServer> serverOf = rendering.model().platforms().stream()
                    .collect(Collectors.toMap(Platform::name, platform -> serverOf(platform.mesh())));

            List<String> refusals = Manifest.generatedIn(rendering.texts()).stream()
                    .flatMap(manifest -> refusals(manifest, serverOf.get(manifest.platform())))
                    .toList();

            assertThat(refusals).isEmpty();
        });
    }

    private static ApiServer serverOf(ServiceMesh mesh) {
        return servers.get(mesh.type() + " " + mesh.version());
    }

    private static Stream<String> refusals(Manifest manifest, ApiServer server) {
        JsonNode object = JSON.valueToTree(manifest.tree());
        KindName kind = KindName.of(object);
        Stream<String> undescribed = server.describes(kind) || BUILT_IN.contains(kind)
                ? Stream.empty()
                : Stream.of("no definition describes " + kind);
        return Stream.concat(undescribed, server.check(object).stream().map(Object::toString))
                .map(message -> manifest.path() + ": " + message);
    }
}
