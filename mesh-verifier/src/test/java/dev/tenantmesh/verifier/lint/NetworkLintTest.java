package dev.tenantmesh.verifier.lint;

import static dev.tenantmesh.verifier.lint.LintCase.error;
import static dev.tenantmesh.verifier.lint.LintCase.info;
import static dev.tenantmesh.verifier.lint.LintCase.warning;

import dev.tenantmesh.model.problem.ProblemCode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** NetworkPolicies. */
class NetworkLintTest {

    static Stream<LintCase> cases() {
        return Stream.of(
                new LintCase(
                        "T30 a pod that no policy closes",
                        warning(ProblemCode.UNISOLATED),
                        8,
                        """
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: stock, namespace: shop}
                        spec:
                          podSelector: {matchLabels: {app: web}}
                          policyTypes: [Ingress, Egress]
                        ---
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: stock, namespace: shop}
                        spec:
                          template:
                            metadata: {labels: {app: stock}}
                            spec: {containers: [{name: app}]}
                        """,
                        "{app: stock}",
                        "{app: web}"),
                new LintCase(
                        "T32 a pod that may reach everything",
                        info(ProblemCode.UNISOLATED),
                        8,
                        """
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: stock, namespace: shop}
                        spec:
                          podSelector: {}
                          policyTypes: [Ingress]
                        ---
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: stock, namespace: shop}
                        spec:
                          template:
                            metadata: {labels: {app: stock}}
                            spec: {containers: [{name: app}]}
                        """,
                        "[Ingress]",
                        "[Ingress, Egress]"),
                new LintCase(
                        "T32 rules of a direction that is left out",
                        error(ProblemCode.POLICY_TYPES),
                        7,
                        """
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: stock, namespace: shop}
                        spec:
                          podSelector: {}
                          policyTypes: [Ingress]
                          egress: [{to: [{podSelector: {}}]}]
                        """,
                        "[Ingress]",
                        "[Ingress, Egress]"),
                new LintCase(
                        "T32 egress rules that close ingress too",
                        warning(ProblemCode.POLICY_TYPES),
                        6,
                        """
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: stock, namespace: shop}
                        spec:
                          podSelector: {}
                          egress: [{to: [{podSelector: {}}]}]
                        """,
                        "  egress",
                        "  policyTypes: [Egress]\n  egress"),
                new LintCase(
                        "T33 an empty rule",
                        warning(ProblemCode.RULE_TOO_WIDE),
                        8,
                        """
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: stock, namespace: shop}
                        spec:
                          podSelector: {}
                          policyTypes: [Ingress]
                          ingress:
                          - {}
                        """,
                        "- {}",
                        "- from: [{podSelector: {}}]"),
                new LintCase(
                        "T33 every namespace on every port",
                        warning(ProblemCode.RULE_TOO_WIDE),
                        8,
                        """
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: stock, namespace: shop}
                        spec:
                          podSelector: {}
                          policyTypes: [Ingress]
                          ingress:
                          - from: [{namespaceSelector: {}}]
                        """,
                        "namespaceSelector: {}",
                        "podSelector: {}"),
                new LintCase(
                        "L20 the tunnel is open and nothing names ports",
                        warning(ProblemCode.TUNNEL_PORT),
                        13,
                        """
                        apiVersion: v1
                        kind: Namespace
                        metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}
                        ---
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: stock, namespace: shop}
                        spec:
                          podSelector: {}
                          policyTypes: [Ingress]
                          ingress:
                          - from: [{podSelector: {}}]
                            ports: [{port: 15008}]
                        ---
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: stock, namespace: shop}
                        spec:
                          rules:
                          - from: [{source: {namespaces: [shop]}}]
                        """,
                        "[{source: {namespaces: [shop]}}]\n",
                        "[{source: {namespaces: [shop]}}]\n    to: [{operation: {ports: [\"8080\"]}}]\n"),
                new LintCase(
                        "T28 one family where Services have two",
                        warning(ProblemCode.ADDRESS_FAMILY),
                        14,
                        """
                        apiVersion: v1
                        kind: Service
                        metadata: {name: stock, namespace: shop}
                        spec: {ipFamilyPolicy: RequireDualStack, ports: [{port: 80}]}
                        ---
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: stock, namespace: shop}
                        spec:
                          podSelector: {}
                          policyTypes: [Egress]
                          egress:
                          - to:
                            - ipBlock: {cidr: 203.0.113.0/24}
                        """,
                        "    - ipBlock: {cidr: 203.0.113.0/24}\n",
                        "    - ipBlock: {cidr: 203.0.113.0/24}\n    - ipBlock: {cidr: \"2001:db8::/32\"}\n"),
                new LintCase(
                        "T65 the credentials of the node",
                        warning(ProblemCode.WIDE_ADDRESSES),
                        8,
                        """
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: stock, namespace: shop}
                        spec:
                          podSelector: {}
                          policyTypes: [Egress]
                          egress:
                          - to: [{ipBlock: {cidr: 169.254.0.0/16}}]
                        """,
                        "169.254.0.0/16",
                        "203.0.113.0/24"),
                new LintCase("T38 a port by name", warning(ProblemCode.NAMED_PORT), 7, """
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: stock, namespace: shop}
                        spec:
                          podSelector: {}
                          policyTypes: [Ingress]
                          ingress: [{ports: [{port: http}]}]
                        """, "port: http", "port: 8080"),
                new LintCase(
                        "T34 namespaces that only lack a label",
                        warning(ProblemCode.MUTABLE_LABEL),
                        9,
                        """
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: stock, namespace: shop}
                        spec:
                          podSelector: {}
                          policyTypes: [Ingress]
                          ingress:
                          - from:
                            - namespaceSelector: {matchExpressions: [{key: guest, operator: DoesNotExist}]}
                        """,
                        "{key: guest, operator: DoesNotExist}",
                        "{key: kubernetes.io/metadata.name, operator: In, values: [web]}"),
                new LintCase(
                        "L21 metrics for everybody",
                        warning(ProblemCode.PROXY_PORT_OPEN),
                        12,
                        """
                        apiVersion: v1
                        kind: Namespace
                        metadata: {name: shop, labels: {istio-injection: enabled}}
                        ---
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: stock, namespace: shop}
                        spec:
                          podSelector: {}
                          policyTypes: [Ingress]
                          ingress:
                          - ports: [{port: 15000, endPort: 15100}]
                        """,
                        "15000, endPort: 15100",
                        "8080"),
                new LintCase(
                        "T47 nobody can close what is allowed first",
                        warning(ProblemCode.ADMIN_ORDER),
                        8,
                        """
                        apiVersion: policy.networking.k8s.io/v1alpha1
                        kind: AdminNetworkPolicy
                        metadata: {name: open}
                        spec:
                          priority: 10
                          subject: {namespaces: {}}
                          ingress:
                          - {action: Allow, from: [{namespaces: {}}]}
                        """,
                        "action: Allow",
                        "action: Pass"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_finding_is_there_until_it_is_corrected(LintCase found) {
        found.verify();
    }
}
