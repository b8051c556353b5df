package dev.tenantmesh.verifier.lint;

import static dev.tenantmesh.verifier.lint.LintCase.error;
import static dev.tenantmesh.verifier.lint.LintCase.info;
import static dev.tenantmesh.verifier.lint.LintCase.warning;

import dev.tenantmesh.model.problem.ProblemCode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Control planes. */
class ControlPlaneLintTest {

    static Stream<LintCase> cases() {
        return Stream.of(
                new LintCase(
                        "V-108 the policy of the chart",
                        error(ProblemCode.CONTROL_PLANE_OPEN),
                        8,
                        """
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: stock, namespace: istio-system}
                        spec:
                          podSelector: {matchLabels: {app: istiod}}
                          policyTypes: [Ingress]
                          ingress:
                          - ports: [{port: 15010}]
                        """,
                        "15010",
                        "15017"),
                new LintCase(
                        "T70 every port to everybody",
                        error(ProblemCode.CONTROL_PLANE_OPEN),
                        8,
                        """
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: stock, namespace: istio-system}
                        spec:
                          podSelector: {}
                          policyTypes: [Ingress]
                          ingress:
                          - {}
                        """,
                        "- {}",
                        "- from: [{podSelector: {}}]"),
                new LintCase(
                        "T71 certificates for everybody",
                        warning(ProblemCode.CONTROL_PLANE_OPEN),
                        8,
                        """
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: stock, namespace: istio-system}
                        spec:
                          podSelector: {matchLabels: {app: istiod}}
                          policyTypes: [Ingress]
                          ingress:
                          - ports: [{port: 15012}]
                        """,
                        "- ports",
                        "- from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: shop}}}]\n    ports"),
                new LintCase(
                        "T74 every trust domain", error(ProblemCode.TRUST_SHARED), 1, """
                        apiVersion: sailoperator.io/v1
                        kind: Istio
                        metadata: {name: default}
                        spec: {namespace: istio-system, values: {pilot: {env: {PILOT_SKIP_VALIDATE_TRUST_DOMAIN: "true"}}}}
                        """, "\"true\"", "\"false\""),
                new LintCase(
                        "T74 additional domains of OpenShift Service Mesh 2",
                        warning(ProblemCode.TRUST_SHARED),
                        6,
                        """
                        apiVersion: maistra.io/v2
                        kind: ServiceMeshControlPlane
                        metadata: {name: shop, namespace: shop-mesh}
                        spec:
                          security:
                            trust: {additionalDomains: [old.example.com]}
                        """,
                        "[old.example.com]",
                        "[]"),
                new LintCase(
                        "L34 two meshes with one trust domain",
                        info(ProblemCode.TRUST_SHARED),
                        9,
                        """
                        apiVersion: sailoperator.io/v1
                        kind: Istio
                        metadata: {name: a}
                        spec: {namespace: a-mesh, values: {meshConfig: {trustDomain: example.com}}}
                        ---
                        apiVersion: sailoperator.io/v1
                        kind: Istio
                        metadata: {name: b}
                        spec: {namespace: b-mesh, values: {meshConfig: {trustDomain: example.com}}}
                        """,
                        "spec: {namespace: b-mesh, values: {meshConfig: {trustDomain: example.com}}}",
                        "spec: {namespace: b-mesh, values: {meshConfig: {trustDomain: b.example.com}}}"),
                new LintCase(
                        "T77 a namespace that two control planes see",
                        error(ProblemCode.DISCOVERY_SHARED),
                        11,
                        """
                        apiVersion: sailoperator.io/v1
                        kind: Istio
                        metadata: {name: a}
                        spec: {namespace: a-mesh, values: {meshConfig: {trustDomain: a, discoverySelectors: [{matchLabels: {a: ""}}]}}}
                        ---
                        apiVersion: sailoperator.io/v1
                        kind: Istio
                        metadata: {name: b}
                        spec: {namespace: b-mesh, values: {meshConfig: {trustDomain: b, discoverySelectors: [{matchLabels: {b: ""}}]}}}
                        ---
                        apiVersion: v1
                        kind: Namespace
                        metadata: {name: shop, labels: {a: "", b: ""}}
                        """,
                        "{a: \"\", b: \"\"}",
                        "{a: \"\"}"),
                new LintCase(
                        "T42 every member to every member",
                        warning(ProblemCode.OPERATOR_POLICIES),
                        6,
                        """
                        apiVersion: maistra.io/v2
                        kind: ServiceMeshControlPlane
                        metadata: {name: shop, namespace: shop-mesh}
                        spec:
                          security:
                            manageNetworkPolicy: true
                        """,
                        "manageNetworkPolicy: true",
                        "manageNetworkPolicy: false"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_finding_is_there_until_it_is_corrected(LintCase found) {
        found.verify();
    }
}
