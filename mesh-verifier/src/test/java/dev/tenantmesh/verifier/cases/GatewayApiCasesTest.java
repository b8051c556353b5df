package dev.tenantmesh.verifier.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.verifier.reach.relay.RelayedConnection;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Istio makes of a Gateway of the Gateway API: whose pods these are, and what they are told. */
class GatewayApiCasesTest {

    private static final String API = """
            apiVersion: v1
            kind: Service
            metadata: {name: api, namespace: blue}
            spec: {selector: {app: api}, ports: [{name: web, port: 80, targetPort: 8080}]}
            """;

    private static final String ROUTE = """
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: api, namespace: blue}
            spec:
              parentRefs: [{name: edge, namespace: red}]
              hostnames: [blue.com]
              rules: [{backendRefs: [{name: api, port: 80}]}]
            """;

    private static String gateway(String spec) {
        return """
                apiVersion: gateway.networking.k8s.io/v1
                kind: Gateway
                metadata: {name: edge, namespace: red, labels: {team: red}, annotations: {note: own}}
                spec:
                  gatewayClassName: istio
                  listeners:
                    - {name: web, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: All}}}
                """ + spec.indent(2);
    }

    private static String overlay(String key, String yaml) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: edge-pods, namespace: red}
                data:
                  %s: |
                """.formatted(key) + yaml.indent(4);
    }

    private static final String PARAMETERS = """
            infrastructure:
              labels: {team: blue}
              parametersRef: {group: "", kind: ConfigMap, name: edge-pods}
            """;

    private static Pod pod(Cluster cluster) {
        return cluster.verifier().world().pods().stream()
                .filter(pod -> pod.id().equals("red/edge-istio"))
                .findFirst()
                .orElseThrow();
    }

    private static List<RelayedConnection> through(Cluster cluster) {
        return cluster.explain("198.51.100.7", "blue/api", "tcp/8080").through();
    }

    @Test
    void pods_take_labels_of_the_gateway_unless_it_has_some_for_them() {
        assertThat(pod(Cluster.redAndBlue().with(gateway(""))).labels()).containsEntry("team", "red");
        assertThat(pod(Cluster.redAndBlue().with(gateway("infrastructure: {labels: {team: blue}}")))
                        .labels())
                .containsEntry("team", "blue")
                .containsEntry("gateway.networking.k8s.io/gateway-name", "edge");
    }

    @Test
    void what_is_laid_over_the_deployment_changes_whose_pods_they_are() {
        // Given
        Cluster cluster = Cluster.redAndBlue().with(gateway(PARAMETERS)).with(overlay("deployment", """
                        spec:
                          template:
                            metadata: {labels: {team: null, app: other}}
                            spec: {hostNetwork: true, serviceAccountName: other}
                        """));

        // Then
        assertThat(pod(cluster).labels()).doesNotContainKey("team").containsEntry("app", "other");
        assertThat(pod(cluster).hostNetwork()).isTrue();
        assertThat(pod(cluster).serviceAccount()).isEqualTo("other");
    }

    @Test
    void what_is_laid_over_the_service_changes_where_they_listen() {
        // Given
        Cluster cluster = Cluster.redAndBlue()
                .with(API)
                .with(ROUTE)
                .with(gateway(PARAMETERS))
                .with(overlay("service", "spec: {ports: [{port: 80, targetPort: 8000}]}"));

        // Then
        assertThat(through(cluster))
                .singleElement()
                .satisfies(connection ->
                        assertThat(connection.hops().get(0).ports()).hasToString("TCP 8000"));
    }

    @Test
    void what_would_change_them_and_is_in_no_manifest_is_a_problem() {
        assertThat(Cluster.redAndBlue().with(gateway(PARAMETERS)).problems().sorted().stream()
                        .map(Problem::code))
                .containsExactly(ProblemCode.GATEWAY_PARAMETERS_UNKNOWN);
    }

    /** An address of a load balancer is asked for; the name of a Service says that pods are there. */
    @ParameterizedTest
    @CsvSource({
        "'addresses: [{type: IPAddress, value: 192.0.2.1}]', 1",
        "'addresses: [{type: Hostname, value: edge.red.svc.cluster.local}]', 0",
    })
    void pods_are_made_unless_a_service_is_named(String addresses, int pods) {
        assertThat(Cluster.redAndBlue().with(gateway(addresses)).verifier().world().pods().stream()
                        .filter(pod -> pod.id().equals("red/edge-istio")))
                .hasSize(pods);
    }

    @ParameterizedTest
    @CsvSource({"defaultServiceExportTo, YES", "defaultVirtualServiceExportTo, MAYBE"})
    void a_route_elsewhere_is_known_as_a_virtual_service(String setting, Truth open) {
        // Given
        Cluster cluster =
                Cluster.redAndBlue().with(API).with(ROUTE).with(gateway("")).meshConfig(setting + ": [\".\"]");

        // Then
        assertThat(through(cluster))
                .singleElement()
                .satisfies(connection -> assertThat(connection.isOpen()).isEqualTo(open));
    }
}
