package dev.tenantmesh.verifier.lint;

import static dev.tenantmesh.verifier.lint.LintCase.error;
import static dev.tenantmesh.verifier.lint.LintCase.warning;

import dev.tenantmesh.model.problem.ProblemCode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Findings about pods whose proxy is that of their node, and about waypoints. */
class AmbientLintTest {

    private static final String WAYPOINT = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: gate}}
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: Gateway
            metadata: {name: gate, namespace: shop}
            spec: {gatewayClassName: istio-waypoint, listeners: [{name: mesh, port: 15008, protocol: HBONE}]}
            ---
            """;
    private static final String PROBED = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: stock, namespace: shop}
            spec:
              template:
                metadata: {labels: {app: stock}}
                spec: {containers: [{name: app, ports: [{name: web, containerPort: 8080}], livenessProbe: {httpGet: {port: web}}}]}
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
              - from: [{ipBlock: {cidr: 169.254.7.127/32}}]
                ports: [{port: 9090}]
            """;

    static Stream<LintCase> cases() {
        return Stream.of(
                new LintCase(
                        "L19 a probe whose address is let in on another port",
                        warning(ProblemCode.PROBES_KEPT_OUT),
                        11,
                        PROBED,
                        "port: 9090",
                        "port: 8080"),
                new LintCase(
                        "L19 a probe that a sidecar would take",
                        warning(ProblemCode.PROBES_KEPT_OUT),
                        11,
                        PROBED,
                        "istio.io/dataplane-mode: ambient",
                        "istio-injection: enabled"),
                new LintCase(
                        "L31 a guard that the waypoint does not carry out",
                        error(ProblemCode.NOT_AT_WAYPOINT),
                        10,
                        WAYPOINT + """
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: guard, namespace: shop}
                        spec:
                          action: DENY
                          rules: [{from: [{source: {notNamespaces: [shop]}}]}]
                        """,
                        ", istio.io/use-waypoint: gate",
                        ""),
                new LintCase(
                        "T66 a policy that clients can go past",
                        warning(ProblemCode.WAYPOINT_PASSED),
                        10,
                        WAYPOINT + """
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: read-only, namespace: shop}
                        spec:
                          targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: gate}]
                          rules: [{to: [{operation: {methods: [GET]}}]}]
                        ---
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: only-by-gate, namespace: shop}
                        spec: {rules: [{from: [{source: {principals: ["*/ns/shop/sa/gate"]}}]}]}
                        """,
                        "principals: [\"*/ns/shop/sa/gate\"]",
                        "serviceAccounts: [shop/gate]"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_is_wrong_is_found_where_it_stands_and_nothing_once_it_is_right(LintCase lint) {
        lint.verify();
    }
}
