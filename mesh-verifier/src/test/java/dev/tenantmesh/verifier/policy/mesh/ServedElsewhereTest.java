package dev.tenantmesh.verifier.policy.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.profile.Attachment;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects of Istio hold where the control plane reads them, and nowhere else. */
class ServedElsewhereTest {

    private static final String REMOTE = """
            apiVersion: sailoperator.io/v1
            kind: Istio
            metadata: {name: retail}
            spec: {profile: remote, namespace: retail-mesh, values: {global: {remotePilotAddress: 203.0.113.10}}}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {istio.io/rev: retail}}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: other, labels: {istio.io/rev: other}}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: deny, namespace: shop}
            spec: {podSelector: {}, policyTypes: [Ingress]}
            ---
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: unread, namespace: shop}
            spec: {}
            ---
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: of-other, namespace: other}
            spec: {}
            """;

    private static final String PRIMARY = """
            apiVersion: sailoperator.io/v1
            kind: Istio
            metadata: {name: retail}
            spec: {namespace: retail-mesh, values: {meshConfig: {trustDomain: retail.example.com}}}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: open, namespace: shop}
            spec: {podSelector: {}, policyTypes: [Ingress], ingress: [{}]}
            ---
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: read, namespace: shop}
            spec: {}
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: route, namespace: shop}
            spec: {}
            ---
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: of-other, namespace: elsewhere}
            spec: {}
            """;

    private static Manifests read(String text) {
        return ManifestLoader.read("cluster.yaml", text, new Problems());
    }

    private static List<String> objects(Manifests manifests) {
        return manifests.all().stream().map(Manifest::identity).toList();
    }

    @Test
    void namespaces_that_follow_it_have_the_objects_of_its_cluster_and_none_of_their_own() {
        // Given
        Manifests remote = read(REMOTE);
        ServedElsewhere served = ServedElsewhere.in(remote).get(0);
        Problems problems = new Problems();

        // When
        Manifests joined =
                new JoinedClusters(served, served.members(remote), Set.of("shop")).of(remote, read(PRIMARY), problems);

        // Then
        assertThat(served.members(remote)).containsExactly("retail-mesh", "shop");
        assertThat(objects(joined))
                .containsExactlyInAnyOrder(
                        "Namespace other",
                        "Namespace shop",
                        "gateway.networking.k8s.io/HTTPRoute shop/route",
                        "networking.k8s.io/NetworkPolicy shop/deny",
                        "sailoperator.io/Istio retail",
                        "sailoperator.io/Istio retail",
                        "security.istio.io/AuthorizationPolicy other/of-other",
                        "security.istio.io/AuthorizationPolicy shop/read");
        assertThat(ControlPlaneReader.controlPlanes(joined, new Problems()))
                .singleElement()
                .satisfies(mesh -> assertThat(mesh.trustDomain()).isEqualTo("retail.example.com"))
                .satisfies(mesh ->
                        assertThat(mesh.attachment()).map(Attachment::address).contains("203.0.113.10"));
        assertThat(problems.sorted())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .contains("MESH0479 'AuthorizationPolicy shop/unread': Nobody reads it"));
    }

    @Test
    void alone_it_has_none_and_that_is_said() {
        Problems problems = new Problems();

        Manifests alone = JoinedClusters.alone(read(REMOTE), problems);

        assertThat(objects(alone))
                .containsExactlyInAnyOrder(
                        "Namespace other",
                        "Namespace shop",
                        "networking.k8s.io/NetworkPolicy shop/deny",
                        "sailoperator.io/Istio retail",
                        "security.istio.io/AuthorizationPolicy other/of-other");
        assertThat(problems.sorted())
                .anySatisfy(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.POLICIES_ELSEWHERE);
                    assertThat(problem.why()).endsWith(": retail-mesh, shop.");
                })
                .anySatisfy(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.OBJECT_UNREAD))
                .hasSize(2);
    }

    @Test
    void values_of_the_chart_say_the_same() {
        // Given
        Manifests remote = read("""
                profile: remote
                revision: ""
                global: {istioNamespace: istio-system, remotePilotAddress: 203.0.113.10}
                ---
                apiVersion: v1
                kind: Namespace
                metadata: {name: shop, labels: {istio-injection: enabled}}
                """);
        Manifests primary = read("""
                revision: ""
                global: {istioNamespace: istio-system}
                meshConfig: {trustDomain: shop.example.com}
                """);

        // When
        ServedElsewhere served = ServedElsewhere.in(remote).get(0);
        Manifests joined =
                new JoinedClusters(served, served.members(remote), Set.of()).of(remote, primary, new Problems());

        // Then
        assertThat(served.members(remote)).containsExactly("istio-system", "shop");
        assertThat(ControlPlaneReader.controlPlanes(remote, new Problems())).isEmpty();
        assertThat(ControlPlaneReader.controlPlanes(joined, new Problems()))
                .singleElement()
                .satisfies(mesh -> assertThat(mesh.trustDomain()).isEqualTo("shop.example.com"));
    }

    /** Guides set it for remotes of primaries; what is turned on in spite of the profile is there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{profile: remote}' | 1",
                "'{values: {profile: remote}}' | 1",
                "'{values: {istiodRemote: {enabled: true}}}' | 1",
                "'{profile: remote, values: {global: {configCluster: true}}}' | 1",
                "'{profile: remote, values: {global: {configCluster: true}, pilot: {configMap: true}}}' | 0",
                "'{profile: remote, values: {global: {configCluster: true}, istiodRemote: {injectionURL: x}}}' | 0",
                "'{profile: remote, values: {istiodRemote: {enabled: false}}}' | 0",
                "'{profile: remote, values: {pilot: {enabled: true}}}' | 0",
                "'{profile: remote, values: {istiodRemote: {enabledLocalInjectorIstiod: true}}}' | 0",
                "'{}' | 0",
            })
    void a_cluster_says_whether_it_has_a_control_plane(String spec, int remotes) {
        for (String kind : List.of("Istio", "IstioRevision")) {
            Manifests manifests = read("apiVersion: sailoperator.io/v1\nkind: " + kind
                    + "\nmetadata: {name: retail}\nspec: " + spec + "\n");

            assertThat(ServedElsewhere.in(manifests)).hasSize(remotes);
            assertThat(ControlPlaneReader.controlPlanes(manifests, new Problems()))
                    .hasSize(1 - remotes);
            assertThat(JoinedClusters.controlPlanes(manifests, "istio-system")).hasSize(1 - remotes);
        }
    }

    /** Workloads are found where they run. */
    @Test
    void entries_of_workloads_are_read_everywhere() {
        Manifests remote = read(REMOTE + """
                ---
                apiVersion: networking.istio.io/v1
                kind: WorkloadEntry
                metadata: {name: vm, namespace: shop}
                spec: {address: 192.0.2.7}
                """);
        ServedElsewhere served = ServedElsewhere.in(remote).get(0);

        Manifests joined =
                new JoinedClusters(served, Set.of("shop"), Set.of()).of(remote, read(PRIMARY), new Problems());

        assertThat(objects(joined)).contains("networking.istio.io/WorkloadEntry shop/vm");
    }
}
