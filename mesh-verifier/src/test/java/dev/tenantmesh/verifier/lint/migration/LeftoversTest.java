package dev.tenantmesh.verifier.lint.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.load.ManifestLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeftoversTest {

    private static final String ROOM = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  namespace: b\n";

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
                    MESH0263 | {apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: a, namespace: b}, spec: {podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {maistra.io/member-of: mesh}}}]}]}}
                    MESH0263 | {apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: a, namespace: b}, spec: {podSelector: {}, ingress: [{from: [{namespaceSelector: {matchExpressions: [{key: maistra.io/member-of, operator: Exists}]}}]}]}}
                    MESH0263 | {apiVersion: route.openshift.io/v1, kind: Route, metadata: {name: a, namespace: b, labels: {maistra.io/generated-by: ior}}, spec: {to: {kind: Service, name: c}}}
                    MESH0263 | {apiVersion: federation.maistra.io/v1, kind: ServiceMeshPeer, metadata: {name: a, namespace: b}, spec: {}}
                    MESH0263 | {apiVersion: v1, kind: Namespace, metadata: {name: b, labels: {istio-injection: enabled}}}
                    MESH0263 | {apiVersion: v1, kind: Pod, metadata: {name: a, namespace: b, annotations: {sidecar.istio.io/inject: "true"}}, spec: {containers: []}}
                    MESH0263 | {apiVersion: v1, kind: Pod, metadata: {name: a, namespace: b, annotations: {k8s.v1.cni.cncf.io/networks: "storage, v2-6-istio-cni"}}, spec: {containers: []}}
                    MESH0263 | {apiVersion: v1, kind: Pod, metadata: {name: a, namespace: b, labels: {maistra.io/expose-route: "true"}}, spec: {containers: []}}
                    MESH0264 | {apiVersion: maistra.io/v2, kind: ServiceMeshControlPlane, metadata: {name: a, namespace: b}, spec: {version: v2.6, security: {manageNetworkPolicy: true}, gateways: {enabled: false}, tracing: {type: None}}}
                    MESH0264 | {apiVersion: maistra.io/v2, kind: ServiceMeshControlPlane, metadata: {name: a, namespace: b}, spec: {version: v2.6, security: {manageNetworkPolicy: false}, gateways: {enabled: false}, tracing: {type: None}, addons: {kiali: {enabled: true}}}}
                    """)
    void says_what_is_left_behind(String code, String manifest) {
        assertThat(check(manifest).sorted())
                .extracting(problem -> problem.code().id())
                .containsExactly(code);
    }

    @Test
    void says_nothing_of_pods_that_are_ready() {
        assertThat(check(ROOM + """
                                  labels: {sidecar.istio.io/inject: "true"}
                                  annotations: {sidecar.istio.io/inject: "true", k8s.v1.cni.cncf.io/networks: "my-v2-6-istio-cni"}
                                spec: {containers: []}
                                """.indent(0)).sorted()).isEmpty();
    }

    @Test
    void what_is_generated_for_2_6_is_ready() {
        Problems problems = new Problems();
        Path deploy = Path.of("..", "examples", "openshift-mesh-2-to-3", "deploy", "mesh-2");

        Leftovers.check(ManifestLoader.load(List.of(deploy), LoadOptions.DEFAULT, new Problems()), problems);

        assertThat(problems.sorted()).extracting(Problem::toString).isEmpty();
    }

    private static Problems check(String manifest) {
        Problems problems = new Problems();
        Leftovers.check(ManifestLoader.read("a.yaml", manifest, new Problems()), problems);
        return problems;
    }
}
