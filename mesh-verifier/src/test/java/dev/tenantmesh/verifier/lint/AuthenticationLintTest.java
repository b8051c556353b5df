package dev.tenantmesh.verifier.lint;

import static dev.tenantmesh.verifier.lint.LintCase.error;
import static dev.tenantmesh.verifier.lint.LintCase.info;
import static dev.tenantmesh.verifier.lint.LintCase.warning;

import dev.tenantmesh.model.problem.ProblemCode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mutual TLS, at servers and at clients. */
class AuthenticationLintTest {

    static Stream<LintCase> cases() {
        return Stream.of(
                new LintCase(
                        "T05 two policies select one pod",
                        error(ProblemCode.AUTHENTICATION_AMBIGUOUS),
                        16,
                        """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: stock, namespace: shop}
                        spec:
                          template:
                            metadata: {labels: {app: stock, tier: back}}
                            spec: {containers: [{name: app}]}
                        ---
                        apiVersion: security.istio.io/v1
                        kind: PeerAuthentication
                        metadata: {name: one, namespace: shop}
                        spec:
                          selector: {matchLabels: {app: stock}}
                          mtls: {mode: STRICT}
                        ---
                        apiVersion: security.istio.io/v1
                        kind: PeerAuthentication
                        metadata: {name: two, namespace: shop}
                        spec:
                          selector: {matchLabels: {tier: back}}
                          mtls: {mode: DISABLE}
                        """,
                        "tier: back}}\n  mtls",
                        "tier: front}}\n  mtls"),
                new LintCase(
                        "T04 modes of ports without a selector",
                        error(ProblemCode.POLICY_IGNORED),
                        6,
                        """
                        apiVersion: security.istio.io/v1
                        kind: PeerAuthentication
                        metadata: {name: default, namespace: shop}
                        spec:
                          mtls: {mode: STRICT}
                          portLevelMtls: {8080: {mode: PERMISSIVE}}
                        """,
                        "  portLevelMtls: {8080: {mode: PERMISSIVE}}\n",
                        ""),
                new LintCase(
                        "L03 an empty selector in an ambient namespace",
                        error(ProblemCode.POLICY_IGNORED),
                        9,
                        """
                        apiVersion: v1
                        kind: Namespace
                        metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}
                        ---
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: stock, namespace: shop}
                        spec:
                          selector: {}
                        """,
                        "  selector: {}\n",
                        "  action: ALLOW\n"),
                new LintCase(
                        "L03 an empty selector elsewhere",
                        warning(ProblemCode.POLICY_IGNORED),
                        9,
                        """
                        apiVersion: v1
                        kind: Namespace
                        metadata: {name: shop, labels: {istio-injection: enabled}}
                        ---
                        apiVersion: security.istio.io/v1
                        kind: PeerAuthentication
                        metadata: {name: default, namespace: shop}
                        spec:
                          selector: {}
                          mtls: {mode: STRICT}
                        """,
                        "  selector: {}\n",
                        ""),
                new LintCase(
                        "L04 a policy without a mode", warning(ProblemCode.POLICY_IGNORED), 5, """
                        apiVersion: security.istio.io/v1
                        kind: PeerAuthentication
                        metadata: {name: default, namespace: shop}
                        spec:
                          mtls: {mode: UNSET}
                        """, "UNSET", "STRICT"),
                new LintCase(
                        "V-44 a mode for the port of the Service",
                        error(ProblemCode.PORT_MODE_MISSES),
                        8,
                        """
                        apiVersion: security.istio.io/v1
                        kind: PeerAuthentication
                        metadata: {name: default, namespace: shop}
                        spec:
                          selector: {matchLabels: {app: stock}}
                          mtls: {mode: PERMISSIVE}
                          portLevelMtls:
                            80: {mode: STRICT}
                        ---
                        apiVersion: v1
                        kind: Service
                        metadata: {name: stock, namespace: shop}
                        spec: {selector: {app: stock}, ports: [{port: 80, targetPort: 8080}]}
                        """,
                        "    80: {mode",
                        "    8080: {mode"),
                new LintCase(
                        "T03 a mode for a port that no container declares",
                        warning(ProblemCode.PORT_MODE_MISSES),
                        16,
                        """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: stock, namespace: shop}
                        spec:
                          template:
                            metadata: {labels: {app: stock}}
                            spec: {containers: [{name: app, ports: [{containerPort: 8080}]}]}
                        ---
                        apiVersion: security.istio.io/v1
                        kind: PeerAuthentication
                        metadata: {name: default, namespace: shop}
                        spec:
                          selector: {matchLabels: {app: stock}}
                          mtls: {mode: STRICT}
                          portLevelMtls:
                            9090: {mode: PERMISSIVE}
                        """,
                        "9090",
                        "8080"),
                new LintCase(
                        "T02 a port that takes plaintext",
                        warning(ProblemCode.PLAINTEXT_ADMITTED),
                        8,
                        """
                        apiVersion: security.istio.io/v1
                        kind: PeerAuthentication
                        metadata: {name: default, namespace: shop}
                        spec:
                          selector: {matchLabels: {app: stock}}
                          mtls: {mode: STRICT}
                          portLevelMtls:
                            8080: {mode: DISABLE}
                        """,
                        "DISABLE",
                        "STRICT"),
                new LintCase(
                        "T01 OpenShift Service Mesh 2 without mutual TLS",
                        warning(ProblemCode.PLAINTEXT_ADMITTED),
                        7,
                        """
                        apiVersion: maistra.io/v2
                        kind: ServiceMeshControlPlane
                        metadata: {name: shop, namespace: shop-mesh}
                        spec:
                          security:
                            dataPlane:
                              mtls: false
                        """,
                        "mtls: false",
                        "mtls: true"),
                new LintCase(
                        "L26 client settings without a mode",
                        error(ProblemCode.CLIENT_TLS_MISMATCH),
                        6,
                        """
                        apiVersion: networking.istio.io/v1
                        kind: DestinationRule
                        metadata: {name: stock, namespace: shop}
                        spec:
                          host: "bank.example.com"
                          trafficPolicy: {tls: {}}
                        """,
                        "tls: {}",
                        "tls: {mode: SIMPLE}"),
                new LintCase(
                        "L06 DISABLE towards a STRICT port",
                        error(ProblemCode.CLIENT_TLS_MISMATCH),
                        21,
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
                        apiVersion: v1
                        kind: Service
                        metadata: {name: stock, namespace: shop}
                        spec: {selector: {app: stock}, ports: [{port: 80, targetPort: 8080}]}
                        ---
                        apiVersion: networking.istio.io/v1
                        kind: DestinationRule
                        metadata: {name: stock, namespace: shop}
                        spec:
                          host: "stock"
                          trafficPolicy: {portLevelSettings: [{port: {number: 80}, tls: {mode: DISABLE}}]}
                        """,
                        "mode: DISABLE",
                        "mode: ISTIO_MUTUAL"),
                new LintCase(
                        "T56 the root namespace takes mutual TLS from everybody",
                        error(ProblemCode.CLIENT_TLS_MISMATCH),
                        6,
                        """
                        apiVersion: networking.istio.io/v1
                        kind: DestinationRule
                        metadata: {name: stock, namespace: istio-system}
                        spec:
                          host: "*.local"
                          trafficPolicy: {tls: {mode: DISABLE}}
                        """,
                        "mode: DISABLE",
                        "mode: ISTIO_MUTUAL"),
                new LintCase(
                        "IST0128 no authority is named",
                        info(ProblemCode.CLIENT_TLS_UNVERIFIED),
                        6,
                        """
                        apiVersion: networking.istio.io/v1
                        kind: DestinationRule
                        metadata: {name: stock, namespace: shop}
                        spec:
                          host: "bank.example.com"
                          trafficPolicy: {tls: {mode: SIMPLE}}
                        """,
                        "{mode: SIMPLE}",
                        "{mode: SIMPLE, credentialName: bank-ca}"),
                new LintCase(
                        "T59 keys in plaintext", warning(ProblemCode.KEYS_FROM_URI), 5, """
                        apiVersion: security.istio.io/v1
                        kind: RequestAuthentication
                        metadata: {name: tokens, namespace: shop}
                        spec:
                          jwtRules: [{issuer: id, jwksUri: "http://id.example.com/keys"}]
                        """, "http://", "https://"),
                new LintCase(
                        "T59 keys from inside the cluster",
                        warning(ProblemCode.KEYS_FROM_URI),
                        5,
                        """
                        apiVersion: security.istio.io/v1
                        kind: RequestAuthentication
                        metadata: {name: tokens, namespace: shop}
                        spec:
                          jwtRules: [{issuer: id, jwksUri: "https://kubernetes.default.svc/keys"}]
                        """,
                        "kubernetes.default.svc",
                        "id.example.com"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_finding_is_there_until_it_is_corrected(LintCase found) {
        found.verify();
    }
}
