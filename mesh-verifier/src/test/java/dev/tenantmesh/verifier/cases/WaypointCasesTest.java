package dev.tenantmesh.verifier.cases;

import static dev.tenantmesh.verifier.reach.Verdict.Kind.DENIED;
import static dev.tenantmesh.verifier.reach.Verdict.Kind.MTLS_ONLY;
import static dev.tenantmesh.verifier.reach.Verdict.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.verifier.reach.Adversary;
import dev.tenantmesh.verifier.reach.Verdict;
import org.junit.jupiter.api.Test;

/** A proxy on the way that clients need not take, and that the pod's own proxy sees instead of them. */
class WaypointCasesTest {

    private static final String WAYPOINT = """
            apiVersion: gateway.networking.k8s.io/v1
            kind: Gateway
            metadata: {name: gate, namespace: blue, labels: {istio.io/waypoint-for: service}}
            spec:
              gatewayClassName: istio-waypoint
              listeners: [{name: mesh, port: 15008, protocol: HBONE}]
            """;
    private static final String USED = "tenant: blue, istio.io/use-waypoint: gate";
    private static final String ONLY_WAYPOINT =
            "rules: [{from: [{source: {principals: [cluster.local/ns/blue/sa/gate]}}]}]";

    private static final String RED = "cluster.local/ns/red/sa/client";

    private static Cluster strict() {
        return Cluster.redAndBlue()
                .where("istio-injection: enabled", "istio.io/dataplane-mode: ambient")
                .with(Cluster.istio("PeerAuthentication", "istio-system", "default", "mtls: {mode: STRICT}"));
    }

    private static Cluster withWaypoint() {
        return strict().where("tenant: blue", USED).with(WAYPOINT);
    }

    private static String access(String spec) {
        return Cluster.istio("AuthorizationPolicy", "blue", "policy", spec);
    }

    private static String forAll(String spec) {
        return Cluster.istio(
                "AuthorizationPolicy",
                "blue",
                "all",
                "targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: gate}]\n" + spec);
    }

    private static String forService(String service, String spec) {
        return Cluster.istio(
                "AuthorizationPolicy",
                "blue",
                service,
                "targetRefs: [{group: \"\", kind: Service, name: " + service + "}]\n" + spec);
    }

    @Test
    void a_policy_for_a_waypoint_closes_nothing_for_who_goes_past_it() {
        // Given
        String deny = "targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: gate}]\n"
                + "action: DENY\nrules: [{}]";

        // Then
        assertThat(withWaypoint().with(access(deny)).redToBlue().mustIdentities())
                .extracting(Object::toString)
                .containsExactly("cluster.local/ns/red/sa/client");
    }

    @Test
    void who_may_not_come_directly_comes_by_a_waypoint_as_themselves() {
        // When
        Verdict verdict = withWaypoint()
                .service("blue", "api", "")
                .with(access(ONLY_WAYPOINT))
                .redToBlue();

        // Then
        assertThat(verdict.kind()).isEqualTo(MTLS_ONLY);
        assertThat(verdict.mustIdentities()).extracting(Object::toString).containsExactly(RED);
        assertThat(strict().service("blue", "api", "")
                        .with(WAYPOINT)
                        .with(access(ONLY_WAYPOINT))
                        .redToBlue()
                        .kind())
                .isEqualTo(DENIED);
    }

    @Test
    void a_service_that_is_in_no_manifest_may_lead_there() {
        // When
        Verdict verdict = withWaypoint().with(access(ONLY_WAYPOINT)).redToBlue();

        // Then
        assertThat(verdict.kind()).isEqualTo(UNKNOWN);
        assertThat(verdict.mayIdentities()).extracting(Object::toString).containsExactly(RED);
    }

    @Test
    void a_waypoint_lets_nobody_through_whom_no_policy_for_the_service_names() {
        // Given
        Cluster closed = withWaypoint()
                .service("blue", "api", "")
                .with(access(ONLY_WAYPOINT))
                .with(forAll(""));

        // Then
        assertThat(closed.redToBlue().kind()).isEqualTo(DENIED);
        assertThat(closed.with(forService("api", "rules: [{from: [{source: {principals: [" + RED + "]}}]}]"))
                        .redToBlue()
                        .kind())
                .isEqualTo(MTLS_ONLY);
    }

    @Test
    void ports_of_its_policies_are_those_of_services() {
        // Given
        String rule = "rules: [{from: [{source: {principals: [" + RED + "]}}], to: [{operation: {ports: [\"%s\"]}}]}]";
        Cluster closed = withWaypoint()
                .service("blue", "api", "")
                .with(access(ONLY_WAYPOINT))
                .with(forAll(""));

        // Then
        assertThat(closed.with(forService("api", rule.formatted("8080")))
                        .redToBlue()
                        .kind())
                .isEqualTo(DENIED);
        assertThat(closed.with(forService("api", rule.formatted("80")).replace("name: api,", "name: more,"))
                        .redToBlue()
                        .kind())
                .isEqualTo(MTLS_ONLY);
    }

    @Test
    void a_route_may_lead_from_one_service_to_the_pods_of_another() {
        // Given
        Cluster cluster = withWaypoint()
                .service("blue", "api", "")
                .service("blue", "front", "")
                .with(access(ONLY_WAYPOINT))
                .with(forAll(""))
                .with(forService("front", "rules: [{from: [{source: {principals: [" + RED + "]}}]}]"));
        String route = """
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: front, namespace: blue}
                spec:
                  parentRefs: [{group: "", kind: Service, name: front, port: 80}]
                  rules: [{backendRefs: [{name: api, port: 80}]}]
                """;

        // Then
        assertThat(cluster.redToBlue().kind()).isEqualTo(DENIED);
        assertThat(cluster.with(route).redToBlue().kind()).isEqualTo(UNKNOWN);
    }

    @Test
    void a_policy_for_another_group_is_carried_out_by_nobody() {
        // Given
        Cluster open = withWaypoint().service("blue", "api", "").with(access(ONLY_WAYPOINT));

        // Then
        assertThat(open.with(forAll("").replace("gateway.networking.k8s.io", "networking.istio.io"))
                        .redToBlue()
                        .kind())
                .isEqualTo(MTLS_ONLY);
    }

    @Test
    void a_policy_without_a_target_is_not_carried_out_by_it() {
        // Given
        String nobody = Cluster.istio("AuthorizationPolicy", "blue", "nobody", "selector: {matchLabels: {app: other}}");

        // Then
        assertThat(withWaypoint()
                        .service("blue", "api", "")
                        .with(access(ONLY_WAYPOINT))
                        .with(nobody)
                        .redToBlue()
                        .kind())
                .isEqualTo(MTLS_ONLY);
    }

    @Test
    void nobody_comes_by_a_waypoint_that_takes_no_tunnels_or_does_not_admit_the_namespace() {
        // Given
        Cluster cluster = withWaypoint().service("blue", "api", "").with(access(ONLY_WAYPOINT));
        Cluster elsewhere = strict().where("tenant: blue", USED + ", istio.io/use-waypoint-namespace: gates")
                .service("blue", "api", "")
                .with(WAYPOINT.replace("namespace: blue", "namespace: gates"))
                .with(access(ONLY_WAYPOINT.replace("ns/blue", "ns/gates")));

        // Then
        assertThat(elsewhere.redToBlue().kind()).isEqualTo(DENIED);
        assertThat(elsewhere
                        .where("protocol: HBONE", "protocol: HBONE, allowedRoutes: {namespaces: {from: All}}")
                        .redToBlue()
                        .kind())
                .isEqualTo(MTLS_ONLY);
        assertThat(cluster.where("protocol: HBONE", "protocol: HTTP")
                        .redToBlue()
                        .kind())
                .isEqualTo(DENIED);
    }

    @Test
    void sidecars_that_behave_do_not_know_it() {
        // Given
        Cluster mixed = withWaypoint()
                .where("tenant: red, istio.io/dataplane-mode: ambient", "tenant: red, istio-injection: enabled")
                .service("blue", "api", "")
                .with(access(ONLY_WAYPOINT));

        // Then
        assertThat(mixed.redToBlue().kind()).isEqualTo(DENIED);
        assertThat(mixed.against(Adversary.HOSTILE_SOURCE).redToBlue().kind()).isNotEqualTo(DENIED);
    }

    @Test
    void nobody_connects_to_the_waypoint_itself() {
        // Then
        assertThat(withWaypoint().ask("red/client", "blue/gate", "tcp/15008").kind())
                .isEqualTo(DENIED);
        assertThat(withWaypoint()
                        .with(access(ONLY_WAYPOINT))
                        .ask("blue/gate", "blue/api", "tcp/8080")
                        .mayIdentities())
                .extracting(Object::toString)
                .containsExactly("cluster.local/ns/blue/sa/gate");
    }

    @Test
    void unless_the_network_keeps_them_from_it() {
        // Given
        String own = Cluster.policy("blue", "gate", "ingress: [{from: [{podSelector: {}}]}]")
                .replace(
                        "  podSelector: {}\n",
                        "  podSelector: {matchLabels: {gateway.networking.k8s.io/gateway-name: gate}}\n");

        // Then
        assertThat(withWaypoint()
                        .with(access(ONLY_WAYPOINT))
                        .with(own)
                        .redToBlue()
                        .kind())
                .isEqualTo(DENIED);
    }

    @Test
    void the_tunnel_to_the_pod_must_be_open_to_the_waypoint() {
        // Given
        Cluster cluster = withWaypoint().blueAllows("ingress: [{from: [{podSelector: {}}], ports: [{port: 15008}]}]");

        // Then
        assertThat(cluster.redToBlue().kind()).isEqualTo(DENIED);
        assertThat(withWaypoint()
                        .blueAllows("ingress: [{ports: [{port: 15008}]}]")
                        .redToBlue()
                        .mayIdentities())
                .extracting(Object::toString)
                .containsExactly(RED);
    }
}
