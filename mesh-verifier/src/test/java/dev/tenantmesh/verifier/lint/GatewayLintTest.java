package dev.tenantmesh.verifier.lint;

import static dev.tenantmesh.verifier.lint.LintCase.error;
import static dev.tenantmesh.verifier.lint.LintCase.warning;

import dev.tenantmesh.model.problem.ProblemCode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What gateways serve. */
class GatewayLintTest {

    static Stream<LintCase> cases() {
        return Stream.of(
                new LintCase(
                        "L14 routes of every namespace, written out",
                        warning(ProblemCode.GATEWAY_HOST_OPEN),
                        8,
                        """
                        apiVersion: networking.istio.io/v1
                        kind: Gateway
                        metadata: {name: shop, namespace: shop}
                        spec:
                          selector: {istio: shop}
                          servers:
                          - port: {number: 443, name: p443, protocol: HTTPS}
                            hosts: ["*/shop.example.com"]
                            tls: {mode: PASSTHROUGH}
                        """,
                        "*/shop",
                        "./shop"),
                new LintCase(
                        "T52 no selector",
                        warning(ProblemCode.GATEWAY_SHARED),
                        5,
                        """
                        apiVersion: networking.istio.io/v1
                        kind: Gateway
                        metadata: {name: shop, namespace: shop}
                        spec:
                          selector: {}
                          servers:
                          - port: {number: 443, name: p443, protocol: HTTPS}
                            hosts: ["./a"]
                            tls: {mode: SIMPLE, credentialName: a}
                        """,
                        "selector: {}",
                        "selector: {istio: shop}"),
                new LintCase(
                        "V-88 two Gateways for one host",
                        error(ProblemCode.GATEWAY_HOST_TWICE),
                        17,
                        """
                        apiVersion: networking.istio.io/v1
                        kind: Gateway
                        metadata: {name: one, namespace: shop}
                        spec:
                          selector: {istio: shop}
                          servers:
                          - port: {number: 443, name: p443, protocol: HTTPS}
                            hosts: ["./shop.example.com"]
                            tls: {mode: SIMPLE, credentialName: a}
                        ---
                        apiVersion: networking.istio.io/v1
                        kind: Gateway
                        metadata: {name: two, namespace: web}
                        spec:
                          selector: {istio: shop}
                          servers:
                          - port: {number: 443, name: p443, protocol: HTTPS}
                            hosts: ["./shop.example.com"]
                            tls: {mode: SIMPLE, credentialName: b}
                        """,
                        "two, namespace: web}\nspec:\n  selector: {istio: shop}",
                        "two, namespace: web}\nspec:\n  selector: {istio: web}"),
                new LintCase(
                        "T53 control planes that keep Gateways to their namespace",
                        error(ProblemCode.GATEWAY_HOST_TWICE),
                        22,
                        """
                        apiVersion: sailoperator.io/v1
                        kind: Istio
                        metadata: {name: default}
                        spec: {namespace: istio-system, values: {pilot: {env: {PILOT_SCOPE_GATEWAY_TO_NAMESPACE: "false"}}}}
                        ---
                        apiVersion: networking.istio.io/v1
                        kind: Gateway
                        metadata: {name: one, namespace: shop}
                        spec:
                          selector: {istio: shop}
                          servers:
                          - port: {number: 443, name: p443, protocol: HTTPS}
                            hosts: ["./shop.example.com"]
                            tls: {mode: SIMPLE, credentialName: a}
                        ---
                        apiVersion: networking.istio.io/v1
                        kind: Gateway
                        metadata: {name: two, namespace: web}
                        spec:
                          selector: {istio: shop}
                          servers:
                          - port: {number: 443, name: p443, protocol: HTTPS}
                            hosts: ["./shop.example.com"]
                            tls: {mode: SIMPLE, credentialName: b}
                        """,
                        "\"false\"",
                        "\"true\""),
                new LintCase(
                        "L26 TLS without a mode",
                        error(ProblemCode.GATEWAY_TLS),
                        9,
                        """
                        apiVersion: networking.istio.io/v1
                        kind: Gateway
                        metadata: {name: shop, namespace: shop}
                        spec:
                          selector: {istio: shop}
                          servers:
                          - port: {number: 443, name: p443, protocol: HTTPS}
                            hosts: ["./shop.example.com"]
                            tls: {credentialName: shop}
                        """,
                        "{credentialName",
                        "{mode: SIMPLE, credentialName"),
                new LintCase(
                        "L32 a certificate or none",
                        warning(ProblemCode.GATEWAY_TLS),
                        9,
                        """
                        apiVersion: networking.istio.io/v1
                        kind: Gateway
                        metadata: {name: shop, namespace: shop}
                        spec:
                          selector: {istio: shop}
                          servers:
                          - port: {number: 443, name: p443, protocol: HTTPS}
                            hosts: ["./shop.example.com"]
                            tls: {mode: OPTIONAL_MUTUAL, credentialName: shop}
                        """,
                        "OPTIONAL_MUTUAL",
                        "MUTUAL"),
                new LintCase(
                        "T63 whatever Service the client names",
                        warning(ProblemCode.GATEWAY_TLS),
                        8,
                        """
                        apiVersion: networking.istio.io/v1
                        kind: Gateway
                        metadata: {name: shop, namespace: shop}
                        spec:
                          selector: {istio: shop}
                          servers:
                          - port: {number: 15443, name: p15443, protocol: TLS}
                            hosts: ["*.local"]
                            tls: {mode: AUTO_PASSTHROUGH}
                        """,
                        "AUTO_PASSTHROUGH",
                        "ISTIO_MUTUAL"),
                new LintCase(
                        "T54 certificates of all tenants in one place",
                        warning(ProblemCode.CREDENTIAL_ELSEWHERE),
                        17,
                        """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: gateway, namespace: ingress}
                        spec:
                          template:
                            metadata: {labels: {istio: shop}, annotations: {inject.istio.io/templates: gateway}}
                            spec: {containers: [{name: istio-proxy}]}
                        ---
                        apiVersion: networking.istio.io/v1
                        kind: Gateway
                        metadata: {name: shop, namespace: shop}
                        spec:
                          selector: {istio: shop}
                          servers:
                          - port: {number: 443, name: p443, protocol: HTTPS}
                            hosts: ["./shop.example.com"]
                            tls: {mode: SIMPLE, credentialName: shop}
                        """,
                        "name: gateway, namespace: ingress",
                        "name: gateway, namespace: shop"),
                new LintCase(
                        "T61 a grant for every Secret",
                        warning(ProblemCode.ROUTES_FROM_ALL),
                        6,
                        """
                        apiVersion: gateway.networking.k8s.io/v1
                        kind: ReferenceGrant
                        metadata: {name: certs, namespace: shop}
                        spec:
                          from: [{group: gateway.networking.k8s.io, kind: Gateway, namespace: ingress}]
                          to: [{group: "", kind: Secret}]
                        """,
                        "kind: Secret",
                        "kind: Secret, name: shop"),
                new LintCase(
                        "T49 an address of somebody else",
                        warning(ProblemCode.SERVICE_EXPOSED),
                        4,
                        """
                        apiVersion: v1
                        kind: Service
                        metadata: {name: stock, namespace: shop}
                        spec: {externalIPs: [203.0.113.9], ports: [{port: 80}]}
                        """,
                        "externalIPs: [203.0.113.9], ",
                        ""),
                new LintCase(
                        "T49 past every gateway",
                        warning(ProblemCode.SERVICE_EXPOSED),
                        4,
                        """
                        apiVersion: v1
                        kind: Service
                        metadata: {name: stock, namespace: shop}
                        spec: {type: LoadBalancer, selector: {app: a}, ports: [{port: 80}]}
                        """,
                        "type: LoadBalancer,",
                        "type: LoadBalancer, loadBalancerSourceRanges: [203.0.113.0/24],"),
                new LintCase(
                        "For the gateway of a network before pods that are none",
                        warning(ProblemCode.NETWORK_CLAIMED),
                        3,
                        """
                        apiVersion: v1
                        kind: Service
                        metadata: {name: web, namespace: shop, labels: {topology.istio.io/network: east-net}}
                        spec: {selector: {app: web}, ports: [{port: 15443}]}
                        """,
                        "topology.istio.io/network",
                        "example.com/network"),
                new LintCase(
                        "For the gateway of a network before one that lets nothing through",
                        warning(ProblemCode.NETWORK_CLAIMED),
                        24,
                        """
                        apiVersion: v1
                        kind: Pod
                        metadata:
                          name: web
                          namespace: shop
                          labels: {app: web}
                          annotations: {inject.istio.io/templates: gateway}
                        spec:
                          containers: [{name: istio-proxy, image: auto}]
                        ---
                        apiVersion: networking.istio.io/v1
                        kind: Gateway
                        metadata: {name: web, namespace: shop}
                        spec:
                          selector: {app: web}
                          servers:
                          - port: {number: 15443, name: tls, protocol: TLS}
                            hosts: ["web.shop.svc.cluster.local"]
                            tls: {mode: PASSTHROUGH}
                        ---
                        apiVersion: v1
                        kind: Service
                        metadata:
                          {name: web, namespace: shop, labels: {topology.istio.io/network: east-net}}
                        spec: {selector: {app: web}, ports: [{port: 15443}]}
                        """,
                        "mode: PASSTHROUGH",
                        "mode: AUTO_PASSTHROUGH"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_finding_is_there_until_it_is_corrected(LintCase found) {
        found.verify();
    }
}
