package dev.tenantmesh.verifier.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.verifier.question.Explanation;
import dev.tenantmesh.verifier.reach.forward.BindSet;
import dev.tenantmesh.verifier.reach.relay.RelayedConnection;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Namespace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who is reached by way of the gateways of a mesh. */
class RelayCasesTest {

    private static final String EDGE = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: edge, labels: {istio-injection: enabled}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: gate, namespace: edge}
            spec:
              template:
                metadata:
                  labels: {istio: gate}
                  annotations: {inject.istio.io/templates: gateway}
                spec: {serviceAccountName: gate, containers: [{name: istio-proxy}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: gate, namespace: edge}
            spec:
              type: LoadBalancer
              selector: {istio: gate}
              ports: [{name: https, port: 443, targetPort: 8443}, {name: tls, port: 15443}]
            """;

    private static final String API = """
            apiVersion: v1
            kind: Service
            metadata: {name: api, namespace: blue}
            spec:
              selector: {app: api}
              ports: [{name: http, port: 80, targetPort: 8080}]
            """;

    /** Blue admits the gateway, and nobody else. */
    private static final String ONLY_GATE = """
            policyTypes: [Ingress]
            ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: edge}}}]}]
            """;

    private static final String OUTSIDE = "198.51.100.7";

    private static String gateway(String host) {
        return gateway("gate", host, "SIMPLE");
    }

    private static String gateway(String name, String host, String mode) {
        return """
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: %s, namespace: edge}
                spec:
                  selector: {istio: gate}
                  servers:
                    - port: {name: https, number: 443, protocol: HTTPS}
                      hosts: ["%s"]
                      tls: {mode: %s, credentialName: cert}
                """.formatted(name, host, mode);
    }

    private static String virtualService(String namespace, String spec) {
        return "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: api, namespace: " + namespace
                + "}\nspec:\n" + spec.indent(2);
    }

    private static String bound(String host) {
        return """
                hosts: ["%s"]
                gateways: [edge/gate]
                http: [{match: [{uri: {prefix: /api}}], route: [{destination: {host: api.blue.svc.cluster.local, port: {number: 80}}}]}]
                """.formatted(host);
    }

    private static Cluster edge() {
        return Cluster.redAndBlue().with(EDGE).with(API).blueAllows(ONLY_GATE);
    }

    private static List<RelayedConnection> fromOutside(Cluster cluster) {
        return cluster.explain(OUTSIDE, "blue/api", "tcp/8080").through();
    }

    private static List<String> through(RelayedConnection connection) {
        return connection.through().stream().map(Endpoint::id).toList();
    }

    @Test
    void a_gateway_forwards_what_a_virtual_service_binds() {
        // Given
        Cluster cluster = edge().with(gateway("*.com")).with(virtualService("blue", bound("blue.com")));

        // When
        Explanation explanation = cluster.explain(OUTSIDE, "blue/api", "tcp/8080");

        // Then
        assertThat(explanation.verdict().isPossible()).isFalse();
        assertThat(explanation.through()).singleElement().satisfies(connection -> {
            assertThat(through(connection)).containsExactly("edge/gate");
            assertThat(connection.hosts()).containsExactly("blue.com");
            assertThat(connection.isOpen()).isEqualTo(Truth.YES);
            Step binding = connection.hops().get(1).binding().orElseThrow();
            assertThat(binding.because()).contains("VirtualService blue/api binds blue.com at Gateway edge/gate");
            assertThat(binding.origin()).isNotNull();
        });
    }

    @Test
    void a_route_on_another_host_is_not_bound() {
        assertThat(fromOutside(edge().with(gateway("*.com")).with(virtualService("blue", bound("blue.org")))))
                .isEmpty();
    }

    @Test
    void v86_a_host_that_is_one_namespaces_is_not_bound_by_another() {
        // Given
        Cluster cluster = edge().with(gateway("red/red.com"));

        // Then
        assertThat(fromOutside(cluster.with(virtualService("blue", bound("red.com")))))
                .isEmpty();
        assertThat(fromOutside(edge().with(gateway("red/red.com")).with(virtualService("red", bound("red.com")))))
                .hasSize(1);
        assertThat(fromOutside(edge().with(gateway("./red.com")).with(virtualService("red", bound("red.com")))))
                .isEmpty();
        assertThat(fromOutside(edge().with(gateway("*/red.com")).with(virtualService("red", bound("red.com")))))
                .hasSize(1);
    }

    @Test
    void v88_two_gateways_that_claim_one_host_leave_open_which_of_them_has_it() {
        // Given
        Cluster cluster = edge().with(gateway("blue.com"))
                .with(gateway("second", "blue.com", "SIMPLE"))
                .with(virtualService("blue", bound("blue.com")));

        // When
        List<RelayedConnection> connections = fromOutside(cluster);

        // Then
        assertThat(connections).singleElement().satisfies(connection -> {
            assertThat(connection.isOpen()).isEqualTo(Truth.MAYBE);
            assertThat(connection.hops().get(1).binding().orElseThrow().because())
                    .contains("unless Gateway edge/second");
        });
        assertThat(cluster.problems().sorted().stream().map(Problem::code)).contains(ProblemCode.HOST_CLAIMED_TWICE);
    }

    @Test
    void what_is_not_exported_to_the_gateway_does_not_count_there() {
        // Given
        String own = bound("blue.com") + "exportTo: [\".\"]\n";
        String edge = bound("blue.com") + "exportTo: [edge]\n";

        // Then
        assertThat(fromOutside(edge().with(gateway("*")).with(virtualService("blue", own))))
                .isEmpty();
        assertThat(fromOutside(edge().with(gateway("*")).with(virtualService("blue", edge))))
                .hasSize(1);
    }

    @Test
    void a_delegate_is_followed_if_the_root_is_told_of_it() {
        // Given
        String root = """
                hosts: [blue.com]
                gateways: [gate]
                http: [{delegate: {name: api, namespace: blue}}]
                """;
        String delegate = "http: [{route: [{destination: {host: api, port: {number: 80}}}]}]\n";
        Cluster cluster = edge().with(gateway("edge/blue.com")).with(virtualService("edge", root));

        // Then
        assertThat(fromOutside(cluster.with(virtualService("blue", delegate))))
                .singleElement()
                .satisfies(connection -> assertThat(
                                connection.hops().get(1).binding().orElseThrow().because())
                        .contains("delegates to VirtualService blue/api"));
        assertThat(fromOutside(cluster.where(delegate.indent(2), delegate.indent(2) + "  exportTo: [red]\n")))
                .isEmpty();
    }

    @Test
    void a_condition_may_name_other_gateways() {
        // Given
        String elsewhere = bound("blue.com").replace("[{uri: {prefix: /api}}]", "[{gateways: [edge/other]}]");

        // Then
        assertThat(fromOutside(edge().with(gateway("*")).with(virtualService("blue", elsewhere))))
                .isEmpty();
    }

    @Test
    void a_service_that_no_manifest_shows_may_be_any_pod_of_its_namespace() {
        // Given
        Cluster cluster = edge().with(gateway("*"))
                .with(virtualService("blue", bound("blue.com")))
                .where(
                        "{name: api, namespace: blue}\nspec:\n  selector",
                        "{name: other, namespace: blue}\nspec:\n  selector");

        // Then
        assertThat(fromOutside(cluster)).singleElement().satisfies(connection -> {
            assertThat(connection.isOpen()).isEqualTo(Truth.MAYBE);
            assertThat(connection.hops().get(1).binding().orElseThrow().because())
                    .contains("is in no manifest");
        });
    }

    @Test
    void requests_do_not_follow_routes_for_bytes() {
        // Given
        String bytes = bound("blue.com")
                .replace("match: [{uri: {prefix: /api}}], ", "")
                .replace("http:", "tcp:");

        // Then
        assertThat(fromOutside(edge().with(gateway("*")).with(virtualService("blue", bytes))))
                .isEmpty();
    }

    @Test
    void a_gateway_that_asks_for_an_identity_forwards_only_for_those_who_have_one() {
        // Given
        Cluster cluster =
                edge().with(gateway("gate", "*", "ISTIO_MUTUAL")).with(virtualService("blue", bound("blue.com")));

        // Then
        assertThat(fromOutside(cluster)).isEmpty();
        assertThat(cluster.explain("red/client", "blue/api", "tcp/8080").through())
                .hasSize(1);
    }

    @Test
    void t63_a_server_that_passes_everything_through_asks_no_authorization_policy() {
        // Given
        String automatic = gateway("gate", "*.local", "AUTO_PASSTHROUGH").replace("443", "15443");
        Cluster cluster = edge().with(automatic).with(Cluster.istio("AuthorizationPolicy", "edge", "nobody", ""));

        // When
        List<RelayedConnection> connections =
                cluster.explain("red/client", "blue/api", "tcp/8080").through();

        // Then
        assertThat(connections).singleElement().satisfies(connection -> {
            assertThat(connection.isOpen()).isEqualTo(Truth.YES);
            assertThat(connection.verdict().mayIdentities().toString())
                    .contains("ns/red/sa/client")
                    .doesNotContain("gate");
        });
        assertThat(cluster.where("*.local", "*.red.svc.cluster.local")
                        .explain("red/client", "blue/api", "tcp/8080")
                        .through())
                .isEmpty();
    }

    @Test
    void t64_an_egress_gateway_leads_outside() {
        // Given
        Cluster cluster = edge().with(gateway("gate", "api.bank.example", "ISTIO_MUTUAL"))
                .with(virtualService(
                        "edge",
                        bound("api.bank.example")
                                .replace(
                                        "api.blue.svc.cluster.local, port: {number: 80}",
                                        "api.bank.example, port: {number: 443}")))
                .with("""
                        apiVersion: networking.istio.io/v1
                        kind: ServiceEntry
                        metadata: {name: bank, namespace: edge}
                        spec:
                          hosts: [api.bank.example]
                          ports: [{number: 443, name: tls, protocol: TLS}]
                          location: MESH_EXTERNAL
                          resolution: DNS
                        """)
                .with(Cluster.policy(
                        "red", "closed", "policyTypes: [Egress]\negress: [{to: [{namespaceSelector: {}}]}]"));

        // When
        Explanation explanation = cluster.explain("red/client", OUTSIDE, "tcp/443");

        // Then
        assertThat(explanation.verdict().isPossible()).isFalse();
        assertThat(explanation.through()).singleElement().satisfies(connection -> {
            assertThat(connection.isOpen()).isEqualTo(Truth.MAYBE);
            assertThat(connection.hops().get(1).binding().orElseThrow().because())
                    .contains("ServiceEntry edge/bank");
        });
    }

    @Test
    void gateways_that_lead_to_each_other_come_to_an_end() {
        // Given
        String there = bound("blue.com")
                .replace(
                        "api.blue.svc.cluster.local, port: {number: 80}",
                        "gate.edge.svc.cluster.local, port: {number: 443}");
        Cluster cluster = edge().with(gateway("*"))
                .with(virtualService("edge", there))
                .with(virtualService("blue", bound("blue.com")));

        // Then
        assertThat(fromOutside(cluster))
                .isNotEmpty()
                .allSatisfy(connection -> assertThat(connection.hops()).hasSizeLessThan(4));
    }

    @Test
    void whoever_may_bind_a_host_is_told() {
        // Given
        List<BindSet> sets =
                edge().with(gateway("red/red.com")).connectivity().relays().bindSets();

        // When
        Map<BindSet.By, Set<String>> admitted = sets.stream()
                .collect(Collectors.groupingBy(
                        BindSet::by,
                        Collectors.flatMapping(
                                set -> List.of("red", "blue").stream()
                                        .filter(name -> set.admits(Namespace.of(name, Map.of(), null))),
                                Collectors.toSet())));

        // Then
        assertThat(admitted.get(BindSet.By.ROUTE)).containsExactly("red");
        assertThat(admitted.get(BindSet.By.GATEWAY)).containsExactlyInAnyOrder("red", "blue");
    }

    @Test
    void t52_gateways_of_other_namespaces_count_unless_istiod_is_told_otherwise() {
        // Given
        String foreign = gateway("*").replace("namespace: edge", "namespace: red");
        String binds = bound("blue.com").replace("edge/gate", "red/gate");
        String scoped = """
                apiVersion: sailoperator.io/v1
                kind: Istio
                metadata: {name: default}
                spec: {namespace: istio-system, values: {pilot: {env: {PILOT_SCOPE_GATEWAY_TO_NAMESPACE: "true"}}}}
                """;
        Cluster cluster = edge().with(foreign).with(virtualService("red", binds));

        // Then
        assertThat(fromOutside(cluster))
                .singleElement()
                .satisfies(connection -> assertThat(connection.isOpen()).isEqualTo(Truth.YES));
        assertThat(fromOutside(cluster.with(scoped)).stream().map(RelayCasesTest::through))
                .doesNotContain(List.of("edge/gate"));
    }

    @Test
    void published_ports_are_known() {
        assertThat(edge().connectivity().relays().publications())
                .extracting(published -> published.pod().id() + " " + published.port())
                .containsExactly("edge/gate tcp/8443", "edge/gate tcp/15443");
    }
}
