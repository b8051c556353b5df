package dev.tenantmesh.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenantmesh.crds.KindName;
import dev.tenantmesh.generator.Platforms;
import dev.tenantmesh.generator.SupportedPlatform;
import dev.tenantmesh.generator.acceptance.TargetCluster;
import dev.tenantmesh.generator.platform.PlatformProfile;
import dev.tenantmesh.model.Site;
import dev.tenantmesh.model.platform.Platform;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The API server of each platform takes every manifest that is made for it. */
class AcceptedByClustersTest {

    /** Kinds that no CustomResourceDefinition describes; fabric8's classes hold them elsewhere. */
    private static final Set<KindName> BUILT_IN = Set.of(
            new KindName("admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy"),
            new KindName("admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicyBinding"),
            new KindName("apps/v1", "Deployment"),
            new KindName("autoscaling/v2", "HorizontalPodAutoscaler"),
            new KindName("policy/v1", "PodDisruptionBudget"),
            new KindName("v1", "ConfigMap"),
            new KindName("v1", "LimitRange"),
            new KindName("v1", "Namespace"),
            new KindName("v1", "ResourceQuota"),
            new KindName("v1", "Service"),
            new KindName("v1", "ServiceAccount"),
            new KindName("rbac.authorization.k8s.io/v1", "Role"),
            new KindName("rbac.authorization.k8s.io/v1", "ClusterRole"),
            new KindName("rbac.authorization.k8s.io/v1", "RoleBinding"),
            new KindName("route.openshift.io/v1", "Route"));

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> everyManifest() {
        return Stream.concat(
                GoldenCase.forEach(golden -> assertAccepted(golden.rendering())),
                EveryVersion.all()
                        .map(version -> dynamicTest(version.name(), () -> assertAccepted(version.rendering()))));
    }

    private static void assertAccepted(Rendering rendering) {
        Map<String, TargetCluster> clusterOf = rendering.model().sites().stream()
                .map(Site::platform)
                .collect(Collectors.toMap(Platform::name, platform -> TargetCluster.of(profileOf(platform))));

        List<String> refusals = Manifest.generatedIn(rendering.texts()).stream()
                .flatMap(manifest -> refusals(manifest, clusterOf.get(manifest.platform())))
                .toList();

        assertThat(refusals).isEmpty();
    }

    private static PlatformProfile profileOf(Platform platform) {
        return Platforms.ALL.stream()
                .map(SupportedPlatform::profile)
                .filter(profile -> profile.type() == platform.mesh().type()
                        && profile.version().equals(platform.mesh().version())
                        && profile.distribution() == platform.distribution().type())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> refusals(Manifest manifest, TargetCluster cluster) {
        JsonNode object = JSON.valueToTree(manifest.tree());
        KindName kind = KindName.of(object);
        Stream<String> undescribed = cluster.describes(kind) || BUILT_IN.contains(kind)
                ? Stream.empty()
                : Stream.of("no definition describes " + kind);
        return Stream.concat(undescribed, cluster.check(object).stream())
                .map(message -> manifest.path() + ": " + message);
    }
}
