package dev.tenantmesh.verifier.lint;

import static dev.tenantmesh.verifier.lint.LintCase.error;
import static dev.tenantmesh.verifier.lint.LintCase.info;
import static dev.tenantmesh.verifier.lint.LintCase.warning;

import dev.tenantmesh.model.problem.ProblemCode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which pods get a proxy, and what goes past it. */
class EnrollmentLintTest {

    static Stream<LintCase> cases() {
        return Stream.of(
                new LintCase("T23 a port on the node", warning(ProblemCode.HOST_NETWORK), 6, """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: stock, namespace: shop}
                        spec:
                          template:
                            spec: {containers: [{name: app, ports: [{containerPort: 80, hostPort: 80}]}]}
                        """, ", hostPort: 80", ""),
                new LintCase(
                        "T19 out of an ambient mesh",
                        warning(ProblemCode.INJECTION_OFF),
                        10,
                        """
                        apiVersion: v1
                        kind: Namespace
                        metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}
                        ---
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: stock, namespace: shop}
                        spec:
                          template:
                            metadata: {labels: {istio.io/dataplane-mode: none}}
                            spec: {containers: [{name: app}]}
                        """,
                        "{istio.io/dataplane-mode: none}",
                        "{}"),
                new LintCase(
                        "T19 the older annotation", error(ProblemCode.INJECTION_OFF), 16, """
                        apiVersion: v1
                        kind: Namespace
                        metadata: {name: shop, labels: {istio-injection: enabled}}
                        ---
                        apiVersion: security.istio.io/v1
                        kind: PeerAuthentication
                        metadata: {name: default, namespace: shop}
                        spec:
                          mtls: {mode: STRICT}
                        ---
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: stock, namespace: shop}
                        spec:
                          template:
                            metadata: {annotations: {sidecar.istio.io/inject: "false"}}
                            spec: {containers: [{name: app}]}
                        """, "\"false\"", "\"true\""),
                new LintCase(
                        "T20 nothing comes in by the proxy",
                        warning(ProblemCode.CAPTURE_BYPASSED),
                        6,
                        """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: stock, namespace: shop}
                        spec:
                          template:
                            metadata: {annotations: {traffic.sidecar.istio.io/includeInboundPorts: ""}}
                            spec: {containers: [{name: app}]}
                        """,
                        "includeInboundPorts: \"\"",
                        "includeInboundPorts: \"*\""),
                new LintCase(
                        "T21 as the user of the proxy", warning(ProblemCode.CAPTURE_BYPASSED), 6, """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: stock, namespace: shop}
                        spec:
                          template:
                            spec: {securityContext: {runAsUser: 1337}, containers: [{name: app}]}
                        """, "1337", "1000"),
                new LintCase(
                        "T20 a proxy that is none",
                        warning(ProblemCode.CAPTURE_BYPASSED),
                        6,
                        """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: stock, namespace: shop}
                        spec:
                          template:
                            spec: {containers: [{name: istio-proxy, env: [{name: DISABLE_ENVOY, value: "true"}]}]}
                        """,
                        "DISABLE_ENVOY",
                        "OTHER"),
                new LintCase(
                        "T25 a network that is not there",
                        warning(ProblemCode.SECOND_NETWORK),
                        11,
                        """
                        apiVersion: k8s.cni.cncf.io/v1
                        kind: NetworkAttachmentDefinition
                        metadata: {name: istio-cni, namespace: web}
                        spec: {config: "{}"}
                        ---
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: stock, namespace: shop}
                        spec:
                          template:
                            metadata: {annotations: {k8s.v1.cni.cncf.io/networks: istio-cni}}
                            spec: {containers: [{name: app}]}
                        """,
                        "networks: istio-cni",
                        "networks: web/istio-cni"),
                new LintCase(
                        "T24 another network, in JSON",
                        warning(ProblemCode.SECOND_NETWORK),
                        13,
                        """
                        apiVersion: k8s.cni.cncf.io/v1
                        kind: NetworkAttachmentDefinition
                        metadata: {name: storage, namespace: shop}
                        spec: {config: "{}"}
                        ---
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: stock, namespace: shop}
                        spec:
                          template:
                            metadata:
                              annotations:
                                k8s.v1.cni.cncf.io/networks: '[{"name": "storage", "interface": "eth1"}]'
                            spec: {containers: [{name: app}]}
                        """,
                        "k8s.v1.cni.cncf.io/networks",
                        "example.com/networks"),
                new LintCase(
                        "V-110b a pod takes itself into another mesh",
                        warning(ProblemCode.SELF_ENROLLED),
                        10,
                        """
                        apiVersion: v1
                        kind: Namespace
                        metadata: {name: shop, labels: {tenant: shop}}
                        ---
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: stock, namespace: shop}
                        spec:
                          template:
                            metadata: {labels: {istio.io/rev: mesh-b}}
                            spec: {containers: [{name: app}]}
                        """,
                        "tenant: shop",
                        "istio.io/rev: mesh-a"),
                new LintCase(
                        "T73b a pod asks for a proxy, and a roll may list its namespace",
                        info(ProblemCode.SELF_ENROLLED),
                        10,
                        """
                        apiVersion: v1
                        kind: Namespace
                        metadata: {name: shop}
                        ---
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: stock, namespace: shop}
                        spec:
                          template:
                            metadata: {labels: {sidecar.istio.io/inject: "true"}}
                            spec: {containers: [{name: app}]}
                        """,
                        "\"true\"",
                        "\"false\""),
                new LintCase(
                        "V-110c no proxy in spite of a revision",
                        error(ProblemCode.INJECTION_CONTRADICTS),
                        7,
                        """
                        apiVersion: v1
                        kind: Namespace
                        metadata:
                          name: shop
                          labels:
                            istio.io/rev: x
                            istio-injection: disabled
                        """,
                        "    istio-injection: disabled\n",
                        ""),
                new LintCase(
                        "IST0123 the default revision in spite of another",
                        warning(ProblemCode.INJECTION_CONTRADICTS),
                        7,
                        """
                        apiVersion: v1
                        kind: Namespace
                        metadata:
                          name: shop
                          labels:
                            istio.io/rev: x
                            istio-injection: enabled
                        """,
                        "    istio-injection: enabled\n",
                        ""),
                new LintCase(
                        "T82 the disk of the node",
                        warning(ProblemCode.PRIVILEGED_POD),
                        6,
                        """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: stock, namespace: shop}
                        spec:
                          template:
                            spec: {volumes: [{name: logs, hostPath: {path: /var/log}}], containers: [{name: app}]}
                        """,
                        "hostPath: {path: /var/log}",
                        "emptyDir: {}"),
                new LintCase(
                        "T82 privileged",
                        warning(ProblemCode.PRIVILEGED_POD),
                        6,
                        """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: stock, namespace: shop}
                        spec:
                          template:
                            spec: {containers: [{name: app, securityContext: {privileged: true}}]}
                        """,
                        "privileged: true",
                        "privileged: false"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_finding_is_there_until_it_is_corrected(LintCase found) {
        found.verify();
    }
}
