package dev.tenantmesh.verifier.lint;

import static dev.tenantmesh.verifier.lint.LintCase.warning;

import dev.tenantmesh.model.problem.ProblemCode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Routes, hosts and code. */
class RoutingLintTest {

    static Stream<LintCase> cases() {
        return Stream.of(
                new LintCase(
                        "L16 an entry for every namespace",
                        warning(ProblemCode.EXPORTED_TO_ALL),
                        6,
                        """
                        apiVersion: networking.istio.io/v1
                        kind: ServiceEntry
                        metadata: {name: e, namespace: shop}
                        spec:
                          hosts: [bank.example.com]
                          exportTo: ["*"]
                          ports: [{number: 443, name: tls, protocol: TLS}]
                          resolution: DNS
                        """,
                        "[\"*\"]",
                        "[\".\"]"),
                new LintCase(
                        "T55 a route for a host that another namespace has an entry for",
                        warning(ProblemCode.FOREIGN_HOST),
                        14,
                        """
                        apiVersion: networking.istio.io/v1
                        kind: ServiceEntry
                        metadata: {name: e, namespace: shop}
                        spec:
                          hosts: [bank.example.com]
                          exportTo: ["."]
                          ports: [{number: 443, name: tls, protocol: TLS}]
                          resolution: DNS
                        ---
                        apiVersion: networking.istio.io/v1
                        kind: VirtualService
                        metadata: {name: r, namespace: guests}
                        spec:
                          hosts: ["bank.example.com"]
                          exportTo: ["shop"]
                          http: [{route: [{destination: {host: bank.example.com}}]}]
                        """,
                        "exportTo: [\"shop\"]",
                        "exportTo: [\".\"]"),
                new LintCase(
                        "T55 a route of a gateway is none for the mesh",
                        warning(ProblemCode.FOREIGN_HOST),
                        5,
                        """
                        apiVersion: networking.istio.io/v1
                        kind: VirtualService
                        metadata: {name: r, namespace: guests}
                        spec:
                          hosts: ["stock.shop.svc.cluster.local"]
                          gateways: [mesh, guests/g]
                          exportTo: ["shop"]
                          http: [{route: [{destination: {host: stock.shop.svc.cluster.local}}]}]
                        """,
                        "gateways: [mesh, guests/g]",
                        "gateways: [guests/g]"),
                new LintCase(
                        "V-92 an entry for another's host, exported by default",
                        warning(ProblemCode.FOREIGN_HOST),
                        14,
                        """
                        apiVersion: networking.istio.io/v1
                        kind: ServiceEntry
                        metadata: {name: e, namespace: shop}
                        spec:
                          hosts: [bank.example.com]
                          exportTo: ["."]
                          ports: [{number: 443, name: tls, protocol: TLS}]
                          resolution: DNS
                        ---
                        apiVersion: networking.istio.io/v1
                        kind: ServiceEntry
                        metadata: {name: other, namespace: red}
                        spec:
                          hosts: [bank.example.com]
                          location: MESH_EXTERNAL
                          ports: [{number: 443, name: tls, protocol: TLS}]
                          resolution: DNS
                        """,
                        "location: MESH_EXTERNAL",
                        "exportTo: [\".\"]"),
                new LintCase(
                        "T57 the meshes keep entries to their namespace",
                        warning(ProblemCode.FOREIGN_HOST),
                        10,
                        """
                        apiVersion: sailoperator.io/v1
                        kind: Istio
                        metadata: {name: default}
                        spec: {namespace: istio-system, values: {meshConfig: {defaultServiceExportTo: ["*"]}}}
                        ---
                        apiVersion: networking.istio.io/v1
                        kind: ServiceEntry
                        metadata: {name: e, namespace: red}
                        spec:
                          hosts: [stock.shop.svc.cluster.local]
                          ports: [{number: 443, name: tls, protocol: TLS}]
                          resolution: DNS
                        """,
                        "[\"*\"]",
                        "[\".\"]"),
                new LintCase(
                        "T58 proxies of a namespace",
                        warning(ProblemCode.PROXY_CODE),
                        2,
                        """
                        apiVersion: networking.istio.io/v1alpha3
                        kind: EnvoyFilter
                        metadata: {name: f, namespace: shop}
                        spec: {configPatches: []}
                        """,
                        "EnvoyFilter",
                        "Sidecar"),
                new LintCase(
                        "T50 addresses of a Service by hand",
                        warning(ProblemCode.ADDRESSES_BY_HAND),
                        4,
                        """
                        apiVersion: v1
                        kind: Endpoints
                        metadata: {name: stock, namespace: shop}
                        subsets:
                        - {addresses: [{ip: 10.1.2.3}], ports: [{port: 80}]}
                        """,
                        "subsets:\n- {addresses: [{ip: 10.1.2.3}], ports: [{port: 80}]}",
                        "subsets: []"),
                new LintCase(
                        "T50 a workload by its address",
                        warning(ProblemCode.ADDRESSES_BY_HAND),
                        4,
                        """
                        apiVersion: networking.istio.io/v1
                        kind: WorkloadEntry
                        metadata: {name: vm, namespace: shop}
                        spec: {address: 192.168.4.4}
                        """,
                        "192.168.4.4",
                        "vm.example.com"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_finding_is_there_until_it_is_corrected(LintCase found) {
        found.verify();
    }
}
