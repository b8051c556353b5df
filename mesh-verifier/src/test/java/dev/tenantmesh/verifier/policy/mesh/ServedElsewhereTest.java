package dev.tenantmesh.verifier.policy.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import java.util.List;
import org.junit.jupiter.api.Test;

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

        // When
        Manifests joined = ServedElsewhere.joined(remote, read(PRIMARY), served.members(remote));

        // Then
        assertThat(served.members(remote)).containsExactly("retail-mesh", "shop");
        assertThat(objects(joined))
                .containsExactlyInAnyOrder(
                        "Namespace other",
                        "Namespace shop",
                        "gateway.networking.k8s.io/HTTPRoute shop/route",
                        "networking.k8s.io/NetworkPolicy shop/deny",
                        "sailoperator.io/Istio retail",
                        "security.istio.io/AuthorizationPolicy other/of-other",
                        "security.istio.io/AuthorizationPolicy shop/read");
        assertThat(ControlPlaneReader.controlPlanes(joined, new Problems()))
                .singleElement()
                .satisfies(mesh -> assertThat(mesh.trustDomain()).isEqualTo("retail.example.com"));
    }

    @Test
    void alone_it_has_none_and_that_is_said() {
        Problems problems = new Problems();

        Manifests alone = ServedElsewhere.readHere(read(REMOTE), problems);

        assertThat(objects(alone))
                .containsExactlyInAnyOrder(
                        "Namespace other",
                        "Namespace shop",
                        "networking.k8s.io/NetworkPolicy shop/deny",
                        "security.istio.io/AuthorizationPolicy other/of-other");
        assertThat(problems.sorted()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.POLICIES_ELSEWHERE);
            assertThat(problem.why()).endsWith(": retail-mesh, shop.");
        });
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
        Manifests joined = ServedElsewhere.joined(remote, primary, served.members(remote));

        // Then
        assertThat(served.members(remote)).containsExactly("istio-system", "shop");
        assertThat(ControlPlaneReader.controlPlanes(remote, new Problems())).isEmpty();
        assertThat(ControlPlaneReader.controlPlanes(joined, new Problems()))
                .singleElement()
                .satisfies(mesh -> assertThat(mesh.trustDomain()).isEqualTo("shop.example.com"));
    }

    @Test
    void an_external_control_plane_reads_them_where_the_members_are() {
        Manifests remote = read("""
                apiVersion: sailoperator.io/v1
                kind: Istio
                metadata: {name: retail}
                spec: {profile: remote, namespace: retail-mesh, values: {global: {configCluster: true}}}
                """);

        assertThat(ServedElsewhere.in(remote)).isEmpty();
    }
}
