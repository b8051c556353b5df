package dev.tenantmesh.verifier.cases;

import static dev.tenantmesh.verifier.reach.Verdict.Kind.DENIED;
import static dev.tenantmesh.verifier.reach.Verdict.Kind.MTLS_ONLY;
import static dev.tenantmesh.verifier.reach.Verdict.Kind.PLAINTEXT_OK;
import static dev.tenantmesh.verifier.reach.Verdict.Kind.PLAINTEXT_ONLY;
import static dev.tenantmesh.verifier.reach.Verdict.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.verifier.reach.Adversary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PeerAuthentications demand, and what never meets them. */
class MutualTlsCasesTest {

    private static String mode(String namespace, String spec) {
        return Cluster.istio("PeerAuthentication", namespace, "default", spec);
    }

    private static Cluster strict() {
        return Cluster.redAndBlue().with(mode("istio-system", "mtls: {mode: STRICT}"));
    }

    @Test
    void v40_strict_in_the_root_namespace_holds_for_the_mesh() {
        assertThat(strict().redToBlue().kind()).isEqualTo(MTLS_ONLY);
    }

    @Test
    void nobody_says_anything_so_it_is_permissive() {
        assertThat(Cluster.redAndBlue().redToBlue().kind()).isEqualTo(PLAINTEXT_OK);
    }

    @Test
    void v42_unset_inherits() {
        assertThat(strict().with(mode("blue", "mtls: {mode: UNSET}"))
                        .redToBlue()
                        .kind())
                .isEqualTo(MTLS_ONLY);
    }

    @Test
    void a_namespace_overrides_the_mesh() {
        assertThat(strict().with(mode("blue", "mtls: {mode: PERMISSIVE}"))
                        .redToBlue()
                        .kind())
                .isEqualTo(PLAINTEXT_OK);
        assertThat(strict().with(mode("blue", "mtls: {mode: DISABLE}"))
                        .redToBlue()
                        .kind())
                .isEqualTo(PLAINTEXT_ONLY);
    }

    @Test
    void v44_modes_of_ports_go_by_the_pods_port() {
        // Given
        String byServicePort = """
                selector: {matchLabels: {app: api}}
                mtls: {mode: PERMISSIVE}
                portLevelMtls: {"80": {mode: STRICT}}
                """;

        // Then
        assertThat(Cluster.redAndBlue()
                        .with(mode("blue", byServicePort))
                        .redToBlue()
                        .kind())
                .isEqualTo(PLAINTEXT_OK);
        assertThat(Cluster.redAndBlue()
                        .with(mode("blue", byServicePort.replace("80", "8080")))
                        .redToBlue()
                        .kind())
                .isEqualTo(MTLS_ONLY);
    }

    @Test
    void v46_a_selector_in_the_root_namespace_is_ignored() {
        // Given
        String selected = "selector: {matchLabels: {app: api}}\nmtls: {mode: STRICT}";

        // Then
        assertThat(Cluster.redAndBlue()
                        .with(mode("istio-system", selected))
                        .redToBlue()
                        .kind())
                .isEqualTo(PLAINTEXT_OK);
    }

    @Test
    void two_policies_of_one_scope_that_disagree_decide_nothing() {
        // Given
        Cluster cluster = Cluster.redAndBlue()
                .with(mode("blue", "mtls: {mode: STRICT}"))
                .with(Cluster.istio("PeerAuthentication", "blue", "other", "mtls: {mode: PERMISSIVE}"));

        // Then
        assertThat(cluster.redToBlue().kind()).isEqualTo(UNKNOWN);
        assertThat(cluster.redToBlue().mayBePlaintext()).isTrue();
        assertThat(cluster.redToBlue().mustIdentities()).isNotEmpty();
    }

    @Test
    void v48_an_excluded_port_is_plaintext_and_nobody_is_asked() {
        // Given
        Cluster cluster = strict().where(
                        "annotations: {}", "annotations: {traffic.sidecar.istio.io/excludeInboundPorts: \"8080\"}")
                .with(Cluster.istio("AuthorizationPolicy", "blue", "nobody", ""));

        // Then
        assertThat(cluster.redToBlue().kind()).isEqualTo(PLAINTEXT_ONLY);
        assertThat(cluster.redToBlue("tcp/8081").kind()).isEqualTo(DENIED);
    }

    @Test
    void v50_a_pod_on_the_host_network_has_no_proxy() {
        assertThat(strict().where("serviceAccountName: api", "hostNetwork: true")
                        .redToBlue()
                        .kind())
                .isEqualTo(PLAINTEXT_ONLY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp/15020", "tcp/15021", "tcp/15090"})
    void v52_the_proxys_own_ports_are_plaintext(String port) {
        assertThat(strict().redToBlue(port).kind()).isEqualTo(PLAINTEXT_ONLY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp/15001", "tcp/15006"})
    void v54_nothing_reaches_the_ports_that_the_proxy_redirects_to(String port) {
        assertThat(strict().redToBlue(port).kind()).isEqualTo(DENIED);
    }

    @Test
    void v56_a_source_without_a_proxy_has_an_identity_only_if_its_owner_is_hostile() {
        // Given
        String bare = "metadata: {labels: {app: x, sidecar.istio.io/inject: \"false\"}}";
        Cluster cluster = strict().where("metadata: {labels: {app: x}}", bare);

        // Then
        assertThat(cluster.redToBlue().kind()).isEqualTo(DENIED);
        assertThat(cluster.against(Adversary.HOSTILE_SOURCE).redToBlue().kind()).isEqualTo(MTLS_ONLY);
    }

    @Test
    void v58_proxies_take_only_tcp() {
        assertThat(strict().redToBlue("udp/8080").kind()).isEqualTo(PLAINTEXT_ONLY);
    }

    @Test
    void v110b_a_pod_can_join_by_a_label_of_its_own() {
        // Given
        Cluster cluster = strict().where("tenant: blue, istio-injection: enabled", "tenant: blue")
                .where("metadata: {labels: {app: api}", "metadata: {labels: {app: api, istio.io/rev: default}");

        // Then
        assertThat(cluster.redToBlue().kind()).isEqualTo(MTLS_ONLY);
    }

    @Test
    void v110c_injection_that_is_disabled_beats_a_revision() {
        // Given
        Cluster cluster = strict().where(
                        "tenant: blue, istio-injection: enabled",
                        "tenant: blue, istio-injection: disabled, istio.io/rev: default");

        // Then
        assertThat(cluster.redToBlue().kind()).isEqualTo(PLAINTEXT_ONLY);
    }
}
