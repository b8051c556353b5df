package dev.tenantmesh.verifier.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.question.Explanation;
import dev.tenantmesh.verifier.reach.relay.RelayedConnection;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Endpoint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is reached by way of the cluster's router, of ingress controllers, and of Gateways of the Gateway API. */
class RouterCasesTest {

    private static final String OUTSIDE = "198.51.100.7";

    private static final String API = """
            apiVersion: v1
            kind: Service
            metadata: {name: api, namespace: blue}
            spec:
              selector: {app: api}
              ports: [{name: web, port: 80, targetPort: 8080}, {name: admin, port: 81, targetPort: 9090}]
            """;

    private static final String ROUTE = """
            apiVersion: route.openshift.io/v1
            kind: Route
            metadata: {name: api, namespace: blue}
            spec:
              host: blue.com
              to: {kind: Service, name: api, weight: 100}
              port: {targetPort: web}
              tls: {termination: edge}
            """;

    private static final String FROM_ROUTER = """
            policyTypes: [Ingress]
            ingress: [{from: [{namespaceSelector: {matchLabels: {policy-group.network.openshift.io/ingress: ""}}}]}]
            """;

    private static final String INGRESS = """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: api, namespace: blue}
            spec:
              ingressClassName: web
              rules:
                - host: blue.com
                  http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: api, port: {number: 80}}}}]}
            """;

    private static Cluster openshift(String route) {
        return Cluster.withoutMesh().on(ClusterProfile.OVN_KUBERNETES).with(API).with(route);
    }

    private static List<RelayedConnection> through(Cluster cluster, String port) {
        return cluster.explain(OUTSIDE, "blue/api", port).through();
    }

    private static List<String> relays(RelayedConnection connection) {
        return connection.through().stream().map(Endpoint::id).toList();
    }

    @Test
    void a_route_makes_the_router_forward() {
        // Given
        Cluster cluster = openshift(ROUTE).blueAllows(FROM_ROUTER);

        // When
        Explanation explanation = cluster.explain(OUTSIDE, "blue/api", "tcp/8080");

        // Then
        assertThat(explanation.verdict().isPossible()).isFalse();
        assertThat(explanation.through()).isNotEmpty().allSatisfy(connection -> {
            assertThat(relays(connection)).containsExactly("openshift-ingress/router-default");
            assertThat(connection.isOpen()).isEqualTo(Truth.YES);
            assertThat(connection.hosts()).containsExactly("blue.com");
        });
        assertThat(through(cluster, "tcp/9090")).isEmpty();
    }

    @Test
    void the_port_of_a_route_is_a_services_by_name_and_a_pods_by_number() {
        assertThat(through(openshift(ROUTE.replace("targetPort: web", "targetPort: 9090")), "tcp/9090"))
                .isNotEmpty();
        assertThat(through(openshift(ROUTE.replace("targetPort: web", "targetPort: 80")), "tcp/8080"))
                .isEmpty();
        assertThat(through(openshift(ROUTE.replace("  port: {targetPort: web}\n", "")), "tcp/9090"))
                .isNotEmpty();
    }

    @Test
    void t40_a_peer_with_a_pod_selector_leaves_out_a_router_on_the_host_network() {
        // Given
        String narrowed = FROM_ROUTER.replace("\"\"}}", "\"\"}}, podSelector: {}");

        // Then
        assertThat(through(openshift(ROUTE).blueAllows(narrowed), "tcp/8080"))
                .isNotEmpty()
                .allSatisfy(connection -> assertThat(connection.isOpen()).isEqualTo(Truth.MAYBE));
    }

    @Test
    void a_route_to_a_pod_that_does_not_let_the_router_in_leads_nowhere() {
        assertThat(through(openshift(ROUTE).blueAllows("policyTypes: [Ingress]"), "tcp/8080"))
                .isEmpty();
    }

    @Test
    void every_backend_of_a_route_counts() {
        // Given
        String second = ROUTE.replace("name: api, weight: 100", "name: none, weight: 100")
                .replace("  port:", "  alternateBackends: [{kind: Service, name: api, weight: 1}]\n  port:");

        // Then
        assertThat(through(openshift(second), "tcp/8080")).isNotEmpty();
    }

    @Test
    void an_ingress_is_carried_out_by_the_router_of_openshift_if_it_names_no_class() {
        assertThat(through(openshift(INGRESS.replace("  ingressClassName: web\n", "")), "tcp/8080"))
                .singleElement()
                .satisfies(connection ->
                        assertThat(relays(connection)).containsExactly("openshift-ingress/router-default"));
    }

    @Test
    void who_carries_out_an_ingress_elsewhere_is_not_known() {
        // Given
        Cluster cluster = Cluster.withoutMesh().with(API).with(INGRESS);

        // Then
        assertThat(through(cluster, "tcp/8080"))
                .singleElement()
                .satisfies(connection -> assertThat(connection.isOpen()).isEqualTo(Truth.MAYBE));
        assertThat(through(cluster.blueAllows("policyTypes: [Ingress]"), "tcp/8080"))
                .isEmpty();
    }

    @Test
    void a_controller_of_the_manifests_is_known() {
        // Given
        Cluster cluster = Cluster.withoutMesh().with(API).with(INGRESS).with("""
                apiVersion: networking.k8s.io/v1
                kind: IngressClass
                metadata: {name: web}
                spec: {controller: k8s.io/ingress-nginx}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: controller, namespace: ingress-nginx}
                spec:
                  template:
                    metadata: {labels: {app.kubernetes.io/name: ingress-nginx, app.kubernetes.io/component: controller}}
                    spec: {containers: [{name: controller}]}
                """);

        // Then
        assertThat(through(cluster, "tcp/8080")).singleElement().satisfies(connection -> {
            assertThat(relays(connection)).containsExactly("ingress-nginx/controller");
            assertThat(connection.isOpen()).isEqualTo(Truth.YES);
        });
    }

    private static final String GATEWAY = """
            apiVersion: gateway.networking.k8s.io/v1
            kind: Gateway
            metadata: {name: edge, namespace: red}
            spec:
              gatewayClassName: istio
              listeners:
                - {name: web, port: 80, protocol: HTTP, hostname: "*.com", allowedRoutes: {namespaces: {from: Same}}}
            """;

    private static String httpRoute(String parent) {
        return """
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: api, namespace: red}
                spec:
                  parentRefs: [%s]
                  hostnames: [blue.com]
                  rules: [{backendRefs: [{name: api, namespace: blue, port: 80}]}]
                """.formatted(parent);
    }

    private static final String GRANT = """
            apiVersion: gateway.networking.k8s.io/v1beta1
            kind: ReferenceGrant
            metadata: {name: red, namespace: blue}
            spec:
              from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: red}]
              to: [{group: "", kind: Service}]
            """;

    private static Cluster gatewayApi(String route) {
        return Cluster.redAndBlue().with(API).with(GATEWAY).with(route);
    }

    @Test
    void v94_a_backend_of_another_namespace_needs_a_grant_at_a_gateway() {
        // Given
        Cluster cluster = gatewayApi(httpRoute("{name: edge}"));

        // Then
        assertThat(through(cluster, "tcp/8080")).isEmpty();
        assertThat(through(cluster.with(GRANT), "tcp/8080")).singleElement().satisfies(connection -> {
            assertThat(relays(connection)).containsExactly("red/edge-istio");
            assertThat(connection.isOpen()).isEqualTo(Truth.YES);
        });
    }

    @Test
    void v94_proxies_of_clients_need_no_grant() {
        assertThat(gatewayApi(httpRoute("{kind: Service, group: \"\", name: api, namespace: blue}"))
                        .connectivity()
                        .relays()
                        .redirections())
                .singleElement()
                .satisfies(redirection -> {
                    assertThat(redirection.hosts()).containsExactly("api.blue.svc.cluster.local");
                    assertThat(redirection.target().host()).isEqualTo("api.blue.svc.cluster.local");
                });
    }

    @Test
    void routes_of_namespaces_that_a_listener_does_not_let_are_not_attached() {
        // Given
        String foreign = httpRoute("{name: edge, namespace: red}")
                .replace("name: api, namespace: red", "name: api, namespace: blue");

        // Then
        assertThat(through(gatewayApi(foreign), "tcp/8080")).isEmpty();
        assertThat(through(gatewayApi(foreign).where("from: Same", "from: All"), "tcp/8080"))
                .hasSize(1);
        assertThat(through(
                        gatewayApi(foreign)
                                .where("from: Same", "from: Selector, selector: {matchLabels: {tenant: blue}}"),
                        "tcp/8080"))
                .hasSize(1);
        assertThat(through(
                        gatewayApi(foreign)
                                .where("from: Same", "from: Selector, selector: {matchLabels: {tenant: red}}"),
                        "tcp/8080"))
                .isEmpty();
    }

    @Test
    void a_gateway_of_a_class_that_nobody_knows_forwards_all_the_same() {
        // Given
        Cluster cluster = gatewayApi(httpRoute("{name: edge}")).with(GRANT).where("Name: istio", "Name: other");

        // Then
        assertThat(through(cluster, "tcp/8080"))
                .singleElement()
                .satisfies(connection -> assertThat(connection.isOpen()).isEqualTo(Truth.MAYBE));
    }

    @Test
    void a_route_leads_to_a_gateway_and_that_to_its_backend() {
        // Given
        String gate = """
                apiVersion: v1
                kind: Namespace
                metadata: {name: edge, labels: {istio-injection: enabled}}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: gate, namespace: edge}
                spec:
                  template:
                    metadata: {labels: {istio: gate}, annotations: {inject.istio.io/templates: gateway}}
                    spec: {serviceAccountName: gate, containers: [{name: istio-proxy}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: gate, namespace: edge}
                spec: {selector: {istio: gate}, ports: [{name: https, port: 443, targetPort: 8443}]}
                ---
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: gate, namespace: edge}
                spec:
                  selector: {istio: gate}
                  servers: [{port: {name: https, number: 443, protocol: HTTPS}, hosts: [blue.com], tls: {mode: SIMPLE}}]
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: api, namespace: blue}
                spec:
                  hosts: [blue.com]
                  gateways: [edge/gate]
                  http: [{route: [{destination: {host: api, port: {number: 80}}}]}]
                """;
        String passed = ROUTE.replace("namespace: blue", "namespace: edge")
                .replace("name: api, weight", "name: gate, weight")
                .replace("targetPort: web", "targetPort: https")
                .replace("termination: edge", "termination: passthrough");
        Cluster cluster = Cluster.redAndBlue()
                .on(ClusterProfile.OVN_KUBERNETES)
                .with(API)
                .with(gate)
                .with(passed)
                .with(Cluster.policy("edge", "router", FROM_ROUTER))
                .blueAllows(
                        "policyTypes: [Ingress]\ningress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: edge}}}]}]");

        // When
        List<RelayedConnection> connections = through(cluster, "tcp/8080");

        // Then
        assertThat(connections).singleElement().satisfies(connection -> {
            assertThat(relays(connection)).containsExactly("openshift-ingress/router-default", "edge/gate");
            assertThat(connection.isOpen()).isEqualTo(Truth.YES);
        });
        assertThat(through(cluster.where("host: blue.com", "host: red.com"), "tcp/8080"))
                .isEmpty();
    }

    @Test
    void t62_a_control_plane_of_maistra_makes_routes_of_gateways() {
        // Given
        String mesh = """
                apiVersion: maistra.io/v2
                kind: ServiceMeshControlPlane
                metadata: {name: basic, namespace: istio-system}
                spec: {version: v2.6, security: {manageNetworkPolicy: false}, gateways: {openshiftRoute: {enabled: true}}}
                ---
                apiVersion: maistra.io/v1
                kind: ServiceMeshMemberRoll
                metadata: {name: default, namespace: istio-system}
                spec: {members: [blue, red]}
                ---
                apiVersion: networking.istio.io/v1beta1
                kind: Gateway
                metadata: {name: claim, namespace: red}
                spec:
                  selector: {app: api}
                  servers: [{port: {name: http, number: 80, protocol: HTTP}, hosts: ["red/shop.example.com"]}]
                """;
        Cluster cluster = openshift(mesh).where("{name: web, port: 80", "{name: http2, port: 80");

        // Then
        assertThat(through(cluster, "tcp/8080")).isNotEmpty().allSatisfy(connection -> {
            assertThat(connection.isOpen()).isEqualTo(Truth.YES);
            assertThat(connection.hosts()).containsExactly("shop.example.com");
        });
        assertThat(through(cluster.where("{enabled: true}", "{enabled: false}"), "tcp/8080"))
                .isEmpty();
    }
}
