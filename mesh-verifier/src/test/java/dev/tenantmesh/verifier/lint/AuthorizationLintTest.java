package dev.tenantmesh.verifier.lint;

import static dev.tenantmesh.verifier.lint.LintCase.error;
import static dev.tenantmesh.verifier.lint.LintCase.info;
import static dev.tenantmesh.verifier.lint.LintCase.warning;

import dev.tenantmesh.model.problem.ProblemCode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whom proxies admit, and who may change that. */
class AuthorizationLintTest {

    static Stream<LintCase> cases() {
        return Stream.of(
                new LintCase(
                        "T07 denied by name where plaintext gets in",
                        warning(ProblemCode.NEGATIVE_IDENTITY),
                        11,
                        """
                        apiVersion: v1
                        kind: Namespace
                        metadata: {name: shop, labels: {istio-injection: enabled}}
                        ---
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: stock, namespace: shop}
                        spec:
                          action: DENY
                          rules:
                          - from: [{source: {namespaces: [guests]}}]
                        """,
                        "{namespaces: [guests]}",
                        "{notNamespaces: [shop]}"),
                new LintCase(
                        "T07 denied by name on a port that is an exception",
                        warning(ProblemCode.NEGATIVE_IDENTITY),
                        26,
                        """
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
                        apiVersion: security.istio.io/v1
                        kind: PeerAuthentication
                        metadata: {name: stock, namespace: shop}
                        spec:
                          selector: {matchLabels: {app: stock}}
                          mtls: {mode: STRICT}
                          portLevelMtls: {8080: {mode: PERMISSIVE}}
                        ---
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: stock, namespace: shop}
                        spec:
                          selector: {matchLabels: {app: stock}}
                          action: DENY
                          rules:
                          - from: [{source: {namespaces: [guests]}}]
                            to: [{operation: {ports: ["8080"]}}]
                        """,
                        "\"8080\"",
                        "\"8443\""),
                new LintCase(
                        "L08 allowed unless named, under STRICT",
                        warning(ProblemCode.NEGATIVE_IDENTITY),
                        17,
                        """
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
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: stock, namespace: shop}
                        spec:
                          action: ALLOW
                          rules:
                          - from: [{source: {notPrincipals: ["td/ns/guests/sa/x"]}}]
                        """,
                        "[\"td/ns/guests/sa/x\"]",
                        "[\"*\"]"),
                new LintCase(
                        "T12 a rule that allows is dropped on a TCP port",
                        warning(ProblemCode.REQUEST_FIELDS_ON_TCP),
                        16,
                        """
                        apiVersion: v1
                        kind: Namespace
                        metadata: {name: shop, labels: {istio-injection: enabled}}
                        ---
                        apiVersion: v1
                        kind: Service
                        metadata: {name: stock, namespace: shop}
                        spec: {selector: {app: stock}, ports: [{name: data, appProtocol: mongo, port: 8080}]}
                        ---
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: stock, namespace: shop}
                        spec:
                          action: ALLOW
                          rules:
                          - to: [{operation: {paths: ["/ping"], ports: ["8080"]}}]
                        """,
                        "ports: [\"8080\"]",
                        "ports: [\"9090\"]"),
                new LintCase(
                        "T10 denied by no rule",
                        error(ProblemCode.EMPTY_SHAPE),
                        1,
                        """
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: stock, namespace: shop}
                        spec:
                          action: DENY
                        """,
                        "  action: DENY\n",
                        "  action: DENY\n  rules: [{}]\n"),
                new LintCase(
                        "L12 everybody in the whole mesh",
                        error(ProblemCode.EMPTY_SHAPE),
                        5,
                        """
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: stock, namespace: istio-system}
                        spec:
                          rules: [{}]
                        """,
                        "[{}]",
                        "[{from: [{source: {namespaces: [shop]}}]}]"),
                new LintCase(
                        "T10 everybody",
                        warning(ProblemCode.EMPTY_SHAPE),
                        5,
                        """
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: stock, namespace: shop}
                        spec:
                          rules: [{}]
                        """,
                        "[{}]",
                        "[{from: [{source: {namespaces: [shop]}}]}]"),
                new LintCase(
                        "L13 a closed mesh is undone in a namespace",
                        error(ProblemCode.EMPTY_SHAPE),
                        11,
                        """
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: closed, namespace: istio-system}
                        spec:
                          {}
                        ---
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: stock, namespace: shop}
                        spec:
                          rules: [{}]
                        """,
                        "[{}]",
                        "[{from: [{source: {namespaces: [shop]}}]}]"),
                new LintCase(
                        "T08 a dry run beside another policy",
                        warning(ProblemCode.DRY_RUN),
                        3,
                        """
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: stock, namespace: shop, annotations: {istio.io/dry-run: "true"}}
                        spec:
                          action: DENY
                          rules: [{}]
                        ---
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: closed, namespace: shop}
                        spec:
                          {}
                        """,
                        "\"true\"",
                        "\"false\""),
                new LintCase(
                        "T11 a target that is not there",
                        warning(ProblemCode.POLICY_UNATTACHED),
                        11,
                        """
                        apiVersion: v1
                        kind: Service
                        metadata: {name: stock, namespace: shop}
                        spec: {ports: [{port: 80}]}
                        ---
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: stock, namespace: shop}
                        spec:
                          targetRefs:
                          - {kind: Service, group: "", name: stok}
                        """,
                        "stok}",
                        "stock}"),
                new LintCase(
                        "T11 a policy of the root namespace that selects nobody",
                        warning(ProblemCode.POLICY_UNATTACHED),
                        13,
                        """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: stock, namespace: shop}
                        spec:
                          template:
                            metadata: {labels: {app: stock}}
                            spec: {containers: [{name: app}]}
                        ---
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: stock, namespace: istio-system}
                        spec:
                          selector: {matchLabels: {app: stok}}
                        """,
                        "stok",
                        "stock"),
                new LintCase(
                        "V-72 methods at the proxy of the node",
                        error(ProblemCode.NOT_FOR_DATA_PLANE),
                        11,
                        """
                        apiVersion: v1
                        kind: Namespace
                        metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}
                        ---
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: stock, namespace: shop}
                        spec:
                          action: DENY
                          rules:
                          - to: [{operation: {methods: [DELETE]}}]
                        """,
                        "{methods: [DELETE]}",
                        "{ports: [\"8080\"]}"),
                new LintCase(
                        "L10 an action that the proxy of the node does not know",
                        error(ProblemCode.NOT_FOR_DATA_PLANE),
                        5,
                        """
                        apiVersion: v1
                        kind: Namespace
                        metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}
                        ---
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: stock, namespace: shop}
                        spec:
                          action: CUSTOM
                          provider: {name: opa}
                          rules: [{}]
                        """,
                        "  action: CUSTOM\n  provider: {name: opa}\n",
                        "  action: DENY\n"),
                new LintCase(
                        "T12 trust domains at the proxy of the node",
                        error(ProblemCode.NOT_FOR_DATA_PLANE),
                        10,
                        """
                        apiVersion: v1
                        kind: Namespace
                        metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}
                        ---
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: stock, namespace: shop}
                        spec:
                          rules:
                          - from: [{source: {namespaces: [a], trustDomains: [td]}}]
                        """,
                        ", trustDomains: [td]",
                        ""),
                new LintCase(
                        "L33 cluster.local in an ambient mesh of another trust domain",
                        warning(ProblemCode.IDENTITY_PATTERN),
                        15,
                        """
                        apiVersion: sailoperator.io/v1
                        kind: Istio
                        metadata: {name: default}
                        spec: {namespace: istio-system, values: {meshConfig: {trustDomain: example.com}}}
                        ---
                        apiVersion: v1
                        kind: Namespace
                        metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}
                        ---
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: stock, namespace: shop}
                        spec:
                          rules:
                          - from: [{source: {principals: [cluster.local/ns/a/sa/b]}}]
                        """,
                        "cluster.local",
                        "example.com"),
                new LintCase(
                        "T15 a trust domain that no peer has",
                        warning(ProblemCode.IDENTITY_PATTERN),
                        10,
                        """
                        apiVersion: v1
                        kind: Namespace
                        metadata: {name: shop, labels: {istio-injection: enabled}}
                        ---
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: stock, namespace: shop}
                        spec:
                          rules:
                          - from: [{source: {principals: [other.example.com/ns/a/sa/b]}}]
                        """,
                        "other.example.com",
                        "cluster.local"),
                new LintCase(
                        "T72 somebody else at will", warning(ProblemCode.RBAC_POWER), 5, """
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: ClusterRole
                        metadata: {name: admin}
                        rules:
                        - {apiGroups: ["*"], resources: [users], verbs: [impersonate]}
                        """, "impersonate", "get"),
                new LintCase(
                        "T72 inside every pod of a namespace",
                        info(ProblemCode.RBAC_POWER),
                        5,
                        """
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: Role
                        metadata: {name: debug, namespace: shop}
                        rules:
                        - {apiGroups: [""], resources: [pods/exec], verbs: ["*"]}
                        """,
                        "pods/exec",
                        "pods/log"),
                new LintCase(
                        "T72 keys of every tenant",
                        warning(ProblemCode.RBAC_POWER),
                        5,
                        """
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: ClusterRole
                        metadata: {name: reader}
                        rules:
                        - {apiGroups: [""], resources: [secrets], verbs: [get]}
                        """,
                        "verbs: [get]",
                        "resourceNames: [ca], verbs: [get]"),
                new LintCase(
                        "T72 a role for everybody",
                        warning(ProblemCode.RBAC_POWER),
                        6,
                        """
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: ClusterRoleBinding
                        metadata: {name: all}
                        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit}
                        subjects:
                        - {kind: Group, name: "system:authenticated"}
                        """,
                        "system:authenticated",
                        "shop-developers"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_finding_is_there_until_it_is_corrected(LintCase found) {
        found.verify();
    }
}
