package dev.tenantmesh.verifier.cases;

import static dev.tenantmesh.verifier.reach.Verdict.Kind.DENIED;
import static dev.tenantmesh.verifier.reach.Verdict.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

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
    void who_may_not_come_directly_may_come_by_a_waypoint() {
        // When
        Verdict verdict = withWaypoint().with(access(ONLY_WAYPOINT)).redToBlue();

        // Then
        assertThat(verdict.kind()).isEqualTo(UNKNOWN);
        assertThat(verdict.mayIdentities())
                .extracting(Object::toString)
                .containsExactly("cluster.local/ns/blue/sa/gate");
        assertThat(strict().with(WAYPOINT)
                        .with(access(ONLY_WAYPOINT))
                        .redToBlue()
                        .kind())
                .isEqualTo(DENIED);
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
                .containsExactly("cluster.local/ns/blue/sa/gate", "cluster.local/ns/red/sa/client");
    }
}
