package dev.tenantmesh.verifier.cases;

import static dev.tenantmesh.verifier.reach.Verdict.Kind.DENIED;
import static dev.tenantmesh.verifier.reach.Verdict.Kind.MTLS_ONLY;
import static dev.tenantmesh.verifier.reach.Verdict.Kind.PLAINTEXT_ONLY;
import static dev.tenantmesh.verifier.reach.Verdict.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.verifier.reach.Adversary;
import dev.tenantmesh.verifier.reach.Verdict;
import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.HostProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pods whose proxy is that of their node: what comes in a tunnel, and what does not. */
class AmbientCasesTest {

    private static final String ONLY_8080 = "ingress: [{ports: [{port: 8080}]}]";
    private static final String ONLY_TUNNELS = "ingress: [{ports: [{port: 15008}]}]";

    private static Cluster ambient() {
        return Cluster.redAndBlue().where("istio-injection: enabled", "istio.io/dataplane-mode: ambient");
    }

    private static Cluster strict() {
        return ambient().with(Cluster.istio("PeerAuthentication", "istio-system", "default", "mtls: {mode: STRICT}"));
    }

    private static String access(String spec) {
        return Cluster.istio("AuthorizationPolicy", "blue", "policy", spec);
    }

    @Test
    void v100_a_policy_that_names_the_pods_port_stops_tunnels_and_lets_plaintext_pass() {
        assertThat(ambient().blueAllows(ONLY_8080).redToBlue().kind()).isEqualTo(PLAINTEXT_ONLY);
        assertThat(strict().blueAllows(ONLY_8080).redToBlue().kind()).isEqualTo(DENIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp/8080", "tcp/9999", "tcp/22"})
    void v101_a_policy_that_names_the_tunnels_port_lets_them_reach_every_port(String port) {
        assertThat(ambient().blueAllows(ONLY_TUNNELS).redToBlue(port).kind()).isEqualTo(MTLS_ONLY);
        assertThat(ambient().blueAllows(ONLY_TUNNELS).redToBlue("udp/8080").kind())
                .isEqualTo(DENIED);
    }

    @Test
    void v102_then_only_an_authorization_policy_tells_ports_apart() {
        // Given
        Cluster cluster =
                strict().blueAllows(ONLY_TUNNELS).with(access("rules: [{to: [{operation: {ports: [\"8080\"]}}]}]"));

        // Then
        assertThat(cluster.redToBlue("tcp/8080").kind()).isEqualTo(MTLS_ONLY);
        assertThat(cluster.redToBlue("tcp/9999").kind()).isEqualTo(DENIED);
    }

    @Test
    void what_goes_out_is_seen_as_a_tunnel_as_well() {
        // Given
        String out = "policyTypes: [Egress]\negress: [{ports: [{port: %s}]}]";

        // Then
        assertThat(strict().with(Cluster.policy("red", "out", out.formatted("8080")))
                        .redToBlue()
                        .kind())
                .isEqualTo(DENIED);
        assertThat(strict().with(Cluster.policy("red", "out", out.formatted("15008")))
                        .redToBlue()
                        .kind())
                .isEqualTo(MTLS_ONLY);
    }

    @Test
    void a_tunnel_that_the_network_stops_says_so() {
        // When
        Verdict verdict = strict().blueAllows(ONLY_8080).redToBlue();

        // Then
        assertThat(verdict.ways()).extracting(Way::title).containsExactly("in plaintext", "in a tunnel");
        assertThat(verdict.mayBePlaintext()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp/15001", "tcp/15006", "tcp/15008"})
    void v54_nothing_reaches_the_ports_of_the_proxy_itself(String port) {
        assertThat(ambient().redToBlue(port).kind()).isEqualTo(DENIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp/15020", "tcp/15021", "tcp/15090"})
    void v52_the_proxy_of_a_node_knows_no_ports_that_pass_it_by(String port) {
        assertThat(strict().redToBlue(port).kind()).isEqualTo(MTLS_ONLY);
    }

    @Test
    void a_pod_with_a_proxy_of_its_own_may_know_tunnels() {
        // Given
        Cluster mixed = strict().where(
                        "tenant: red, istio.io/dataplane-mode: ambient", "tenant: red, istio-injection: enabled");

        // Then
        assertThat(mixed.redToBlue().kind()).isEqualTo(UNKNOWN);
        assertThat(mixed.redToBlue().mayBePlaintext()).isFalse();
        assertThat(mixed.against(Adversary.HOSTILE_SOURCE).redToBlue().kind()).isEqualTo(MTLS_ONLY);
    }

    @Test
    void a_proxy_of_a_pod_may_take_tunnels_where_its_mesh_has_them() {
        // Given
        String toSidecar = "tenant: blue, istio-injection: enabled";
        Cluster mixed = strict().where("tenant: blue, istio.io/dataplane-mode: ambient", toSidecar)
                .against(Adversary.HOSTILE_SOURCE);

        // Then
        assertThat(mixed.blueAllows(ONLY_TUNNELS).redToBlue().kind()).isEqualTo(UNKNOWN);
        assertThat(Cluster.redAndBlue()
                        .against(Adversary.HOSTILE_SOURCE)
                        .blueAllows(ONLY_TUNNELS)
                        .redToBlue()
                        .kind())
                .isEqualTo(DENIED);
    }

    @Test
    void what_the_pod_keeps_from_the_proxy_is_plaintext_whatever_policies_say() {
        // Given
        Cluster cluster = strict().where(
                        "annotations: {}", "annotations: {ambient.istio.io/bypass-inbound-capture: \"true\"}")
                .with(access(""));

        // Then
        assertThat(cluster.redToBlue().kind()).isEqualTo(PLAINTEXT_ONLY);
    }

    @Test
    void a_pod_that_opts_out_is_plaintext() {
        assertThat(strict().where("labels: {app: api}", "labels: {app: api, istio.io/dataplane-mode: none}")
                        .redToBlue()
                        .kind())
                .isEqualTo(PLAINTEXT_ONLY);
    }

    @Test
    void processes_of_the_pods_own_node_pass_the_proxy_by() {
        // Given
        Cluster cluster = strict().with(access(""));
        External probe = new External(AddressRange.ofCidr("169.254.7.127/32").orElseThrow());

        // Then
        assertThat(cluster.ask(HostProcess.OWN_NODE, "blue/api", "tcp/8080").kind())
                .isEqualTo(PLAINTEXT_ONLY);
        assertThat(cluster.ask(HostProcess.OTHER_NODE, "blue/api", "tcp/8080").kind())
                .isEqualTo(DENIED);
        assertThat(cluster.ask(probe, "blue/api", "tcp/8080").kind()).isEqualTo(PLAINTEXT_ONLY);
        assertThat(cluster.ask("10.0.0.1/32", "blue/api", "tcp/8080").kind()).isEqualTo(DENIED);
    }

    @Test
    void a_pod_on_the_host_network_may_be_on_the_pods_own_node() {
        // Given
        Cluster cluster = strict().where("serviceAccountName: client", "hostNetwork: true");

        // Then
        assertThat(cluster.redToBlue().kind()).isEqualTo(UNKNOWN);
        assertThat(cluster.redToBlue().mayBePlaintext()).isTrue();
    }

    private static final String MESH = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: istio, namespace: istio-system}
            data:
              mesh: |
                trustDomain: corp.example
                trustDomainAliases: [old.example]
            """;

    @Test
    void the_proxy_of_a_node_does_not_read_cluster_local_as_its_own_trust_domain() {
        // Given
        String red = access("rules: [{from: [{source: {principals: [cluster.local/ns/red/sa/client]}}]}]");

        // Then
        assertThat(strict().with(MESH).with(red).redToBlue().kind()).isEqualTo(DENIED);
        assertThat(strict().with(MESH)
                        .with(red.replace("cluster.local", "corp.example"))
                        .redToBlue()
                        .kind())
                .isEqualTo(MTLS_ONLY);
        assertThat(strict().where("istio.io/dataplane-mode: ambient", "istio-injection: enabled")
                        .with(MESH)
                        .with(red)
                        .redToBlue()
                        .kind())
                .isEqualTo(MTLS_ONLY);
    }

    @Test
    void conditions_about_service_accounts_are_for_requests_there() {
        // Given
        String when = "rules: [{when: [{key: source.serviceAccount, values: [red/client]}]}]";

        // Then
        assertThat(strict().with(access(when)).redToBlue().kind()).isEqualTo(DENIED);
        assertThat(strict().with(access("action: DENY\n" + when)).redToBlue().kind())
                .isEqualTo(MTLS_ONLY);
        assertThat(strict().where("istio.io/dataplane-mode: ambient", "istio-injection: enabled")
                        .with(access(when))
                        .redToBlue()
                        .kind())
                .isEqualTo(MTLS_ONLY);
    }

    private static String said(Verdict verdict) {
        return verdict.ways().stream()
                .flatMap(way -> way.steps().stream())
                .toList()
                .toString();
    }

    @Test
    void an_answer_says_which_port_the_network_sees_and_why() {
        assertThat(said(strict().redToBlue())).contains("takes tunnels on tcp/15008, the only port");
        assertThat(said(strict().redToBlue("tcp/15008"))).contains("what is in them is for other ports");
        assertThat(said(strict().redToBlue("tcp/15006"))).contains("drops what is sent to the port");
        assertThat(said(strict().where("serviceAccountName: client", "hostNetwork: true")
                        .redToBlue()))
                .contains("the source may be on the pod's own node");
        assertThat(said(strict().ask(HostProcess.OWN_NODE, "blue/api", "tcp/8080")))
                .contains("the source is on the pod's own node");
    }

    @Test
    void of_two_policies_of_one_scope_the_older_counts_there_too() {
        // Given
        Cluster cluster = ambient()
                .with(Cluster.istio("PeerAuthentication", "blue", "one", "mtls: {mode: STRICT}"))
                .with(Cluster.istio("PeerAuthentication", "blue", "two", "selector: {}\nmtls: {mode: PERMISSIVE}"));

        // Then
        assertThat(cluster.redToBlue().kind()).isEqualTo(UNKNOWN);
        assertThat(cluster.redToBlue().mayBePlaintext()).isTrue();
        assertThat(cluster.redToBlue().mustIdentities()).isNotEmpty();
    }

    @Test
    void one_with_an_empty_selector_is_not_seen_where_ports_are_told() {
        // Given
        String exception = "selector: {matchLabels: {app: api}}\nportLevelMtls: {\"8080\": {mode: PERMISSIVE}}";
        Cluster cluster = ambient()
                .with(Cluster.istio("PeerAuthentication", "blue", "one", "mtls: {mode: STRICT}"))
                .with(Cluster.istio("PeerAuthentication", "blue", "two", "selector: {}\nmtls: {mode: STRICT}"))
                .with(Cluster.istio("PeerAuthentication", "blue", "port", exception));

        // Then
        assertThat(cluster.redToBlue("tcp/9000").kind()).isEqualTo(MTLS_ONLY);
        assertThat(cluster.where("name: one", "name: none")
                        .where("selector: {}\n", "")
                        .redToBlue("tcp/8080")
                        .mustIdentities())
                .isNotEmpty();
    }
}
