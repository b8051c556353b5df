package dev.tenantmesh.report.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.capacity.Range;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.report.capacity.manifest.NamespaceReserved;
import dev.tenantmesh.report.capacity.manifest.SiteManifests;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the generated manifests of the capacity example reserve together with those of tenants. */
class ReservedCostTest {

    private static final Path EXAMPLE = Path.of("..", "examples", "capacity");

    private static final String ONE_ANNOTATION = "sidecar.istio.io/proxyCPU: 300m";

    private static final String SCALED = """
            ---
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: storefront, namespace: shop-prod}
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: storefront}
              minReplicas: 2
              maxReplicas: 6
            """;

    private final Problems problems = new Problems();

    private final MeshModel model = MeshModel.read(EXAMPLE.resolve("src/main/mesh"));

    @Test
    void a_gateway_reserves_what_its_deployment_and_autoscaler_say() {
        // When
        PlatformCapacity capacity = capacity("");

        // Then
        assertThat(capacity.reserved()).singleElement().satisfies(ingress -> {
            assertThat(ingress.namespace()).isEqualTo("shop-ingress");
            assertThat(ingress.proxies()).isEqualTo(Range.of(2, 4));
            assertThat(ingress.amounts()).containsEntry("limits.cpu", Range.of(4, 8));
        });
        assertThat(capacity.inNoManifest())
                .containsExactly("shop-prod/storefront", "shop-prod/cart", "stock-prod/inventory");
        assertThat(warnings(capacity)).isEmpty();
    }

    @Test
    void an_autoscaler_decides_between_its_bounds() {
        // When
        NamespaceReserved shop = shop(capacity(workload("Deployment", "storefront", "", "") + SCALED));

        // Then
        assertThat(shop.proxies()).isEqualTo(Range.of(2, 6));
        assertThat(shop.amounts()).containsEntry("requests.cpu", Range.of("0.2", "0.6"));
        assertThat(shop.quota()).containsEntry("requests.cpu", "20150m");
    }

    /** The injector forgets its defaults for the others; the LimitRange of the namespace says 128Mi, 1 CPU and 512Mi. */
    @Test
    void what_one_annotation_leaves_open_a_limit_range_fills_in() {
        // When
        NamespaceReserved shop = shop(capacity(workload("StatefulSet", "storefront", "replicas: 2", ONE_ANNOTATION)));

        // Then
        assertThat(shop.amounts())
                .containsEntry("requests.cpu", Range.of("0.6", "0.6"))
                .containsEntry("requests.memory", Range.of(256 << 20, 256 << 20))
                .containsEntry("limits.cpu", Range.of(2, 2))
                .containsEntry("limits.memory", Range.of(1 << 30, 1 << 30));
        assertThat(shop.unlimited()).isEmpty();
    }

    @Test
    void replicas_that_nobody_says_are_named_and_not_taken_for_none() {
        // When
        NamespaceReserved shop = shop(capacity(workload("Deployment", "storefront", "", "")));

        // Then
        assertThat(shop.uncounted()).containsExactly("shop-prod/storefront");
    }

    @Test
    void a_daemon_set_has_a_pod_on_each_node() {
        assertThat(shop(capacity(workload("DaemonSet", "storefront", "", ""))).proxies())
                .isEqualTo(Range.of(12, 12));
    }

    @Test
    void a_pod_that_wants_no_sidecar_reserves_nothing() {
        assertThat(capacity(workload("Deployment", "storefront", "replicas: 2", "sidecar.istio.io/inject: \"false\""))
                        .reserved())
                .extracting(NamespaceReserved::namespace)
                .containsExactly("shop-ingress");
    }

    @Test
    void manifests_that_request_more_than_the_documents_say_are_warned_of() {
        // When
        PlatformCapacity capacity = capacity(workload("Deployment", "storefront", "replicas: 40", ""));

        // Then
        assertThat(warnings(capacity)).singleElement().satisfies(problem -> {
            assertThat(problem.code().id()).isEqualTo("MESH0499");
            assertThat(problem.toString()).contains("4 vCPU and 5 GiB by the manifests");
        });
    }

    private List<Problem> warnings(PlatformCapacity capacity) {
        Problems found = new Problems();
        capacity.check(model, found);
        return found.sorted();
    }

    private static NamespaceReserved shop(PlatformCapacity capacity) {
        return capacity.reserved().stream()
                .filter(reserved -> reserved.namespace().equals("shop-prod"))
                .findFirst()
                .orElseThrow();
    }

    private static String workload(String kind, String name, String replicas, String annotation) {
        return """
                apiVersion: apps/v1
                kind: %s
                metadata: {name: %s, namespace: shop-prod}
                spec:
                  %s
                  selector: {matchLabels: {app.kubernetes.io/name: %2$s}}
                  template:
                    metadata:
                      labels: {app.kubernetes.io/name: %2$s}
                      annotations: {%s}
                    spec: {containers: [{name: app, image: app}]}
                """.formatted(kind, name, replicas, annotation);
    }

    private PlatformCapacity capacity(String own) {
        Platform platform = model.platforms().stream()
                .filter(found -> found.name().equals("openshift-mesh-3"))
                .findFirst()
                .orElseThrow();
        List<SiteManifests> manifests = model.sites().stream()
                .filter(site -> site.isOf(platform))
                .map(site -> SiteManifests.of(
                        site,
                        Manifests.in(EXAMPLE.resolve("deploy").resolve(site.name())),
                        ManifestLoader.read("own.yaml", own, problems),
                        problems))
                .toList();
        problems.throwIfErrors();
        return PlatformCapacity.of(model, platform, manifests);
    }
}
