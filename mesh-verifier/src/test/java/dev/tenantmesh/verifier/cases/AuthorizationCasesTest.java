package dev.tenantmesh.verifier.cases;

import static dev.tenantmesh.verifier.reach.Verdict.Kind.DENIED;
import static dev.tenantmesh.verifier.reach.Verdict.Kind.MTLS_ONLY;
import static dev.tenantmesh.verifier.reach.Verdict.Kind.PLAINTEXT_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.verifier.reach.Adversary;
import dev.tenantmesh.verifier.reach.Verdict;
import org.junit.jupiter.api.Test;

/** Whom AuthorizationPolicies admit. */
class AuthorizationCasesTest {

    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: api, namespace: blue}
            spec:
              selector: {app: api}
              ports: [{name: %s, port: 80, targetPort: 8080}]
            """;

    private static String policy(String namespace, String name, String spec) {
        return Cluster.istio("AuthorizationPolicy", namespace, name, spec);
    }

    private static Cluster mode(String mode) {
        return Cluster.redAndBlue()
                .with(Cluster.istio("PeerAuthentication", "blue", "default", "mtls: {mode: " + mode + "}"));
    }

    private static Cluster strict(String policy) {
        return mode("STRICT").with(policy("blue", "policy", policy));
    }

    @Test
    void v60_nobody_says_anything_so_every_identity_is_let_in() {
        assertThat(mode("STRICT").redToBlue().kind()).isEqualTo(MTLS_ONLY);
    }

    @Test
    void v62_a_rule_that_asks_nothing_lets_everybody_in() {
        assertThat(strict("rules: [{}]").redToBlue().kind()).isEqualTo(MTLS_ONLY);
    }

    @Test
    void a_policy_without_rules_lets_nobody_in() {
        assertThat(strict("").redToBlue().kind()).isEqualTo(DENIED);
        assertThat(strict("action: ALLOW\nrules: []").redToBlue().kind()).isEqualTo(DENIED);
    }

    @Test
    void v64_a_denial_in_the_root_namespace_beats_what_allows() {
        // Given
        Cluster cluster = strict("rules: [{from: [{source: {namespaces: [red]}}]}]")
                .with(policy("istio-system", "deny", "action: DENY\nrules: [{from: [{source: {namespaces: [red]}}]}]"));

        // Then
        assertThat(cluster.redToBlue().kind()).isEqualTo(DENIED);
    }

    @Test
    void v66_a_peer_in_plaintext_is_nobody() {
        // Given
        String blue = "rules: [{from: [{source: {principals: [cluster.local/ns/blue/sa/api]}}]}]";

        // When
        Verdict verdict = mode("PERMISSIVE").with(policy("blue", "blue", blue)).redToBlue();

        // Then
        assertThat(verdict.kind()).isEqualTo(DENIED);
    }

    @Test
    void v68_denying_a_namespace_does_not_deny_its_plaintext() {
        // Given
        String red = "action: DENY\nrules: [{from: [{source: {namespaces: [red]}}]}]";

        // When
        Verdict verdict = mode("PERMISSIVE").with(policy("blue", "red", red)).redToBlue();

        // Then
        assertThat(verdict.kind()).isEqualTo(PLAINTEXT_ONLY);
    }

    @Test
    void v69_denying_all_others_denies_plaintext_too() {
        // Given
        String others = "action: DENY\nrules: [{from: [{source: {notNamespaces: [blue]}}]}]";

        // When
        Verdict verdict =
                mode("PERMISSIVE").with(policy("blue", "others", others)).redToBlue();

        // Then
        assertThat(verdict.kind()).isEqualTo(DENIED);
    }

    @Test
    void v70_a_rule_about_requests_allows_nothing_on_a_port_of_bytes() {
        assertThat(strict("rules: [{to: [{operation: {methods: [GET]}}]}]")
                        .with(SERVICE.formatted("tcp"))
                        .redToBlue()
                        .kind())
                .isEqualTo(DENIED);
    }

    @Test
    void v71_and_denies_everything_there() {
        assertThat(strict("action: DENY\nrules: [{to: [{operation: {methods: [GET]}}]}]")
                        .with(SERVICE.formatted("tcp"))
                        .redToBlue()
                        .kind())
                .isEqualTo(DENIED);
    }

    @Test
    void on_a_port_of_requests_it_depends_on_the_request() {
        // Given
        Verdict verdict = strict("rules: [{to: [{operation: {methods: [GET]}}]}]")
                .with(SERVICE.formatted("http"))
                .redToBlue();

        // Then
        assertThat(verdict.isPossible()).isTrue();
        assertThat(verdict.isCertain()).isFalse();
    }

    private static Cluster ambient(String policy) {
        return strict(policy).where("istio-injection: enabled", "istio.io/dataplane-mode: ambient");
    }

    @Test
    void v72_the_nodes_proxy_denies_nothing_by_a_rule_about_requests() {
        assertThat(ambient("action: DENY\nrules: [{to: [{operation: {methods: [GET]}}]}]")
                        .redToBlue()
                        .kind())
                .isEqualTo(MTLS_ONLY);
    }

    @Test
    void v74_and_allows_nothing_by_it() {
        assertThat(ambient("rules: [{to: [{operation: {methods: [GET]}}]}]")
                        .redToBlue()
                        .kind())
                .isEqualTo(DENIED);
    }

    @Test
    void v76_a_selector_in_the_root_namespace_counts_everywhere() {
        // Given
        String deny = "selector: {matchLabels: {app: api}}\naction: DENY\nrules: [{}]";

        // Then
        assertThat(mode("STRICT")
                        .with(policy("istio-system", "deny", deny))
                        .redToBlue()
                        .kind())
                .isEqualTo(DENIED);
        assertThat(mode("STRICT")
                        .with(policy("istio-system", "deny", deny.replace("api", "other")))
                        .redToBlue()
                        .kind())
                .isEqualTo(MTLS_ONLY);
    }

    @Test
    void v80_a_star_makes_a_prefix() {
        // Given
        Cluster cluster = strict("rules: [{from: [{source: {namespaces: [\"re*\"]}}]}]");

        // Then
        assertThat(cluster.redToBlue().kind()).isEqualTo(MTLS_ONLY);
        assertThat(strict("rules: [{from: [{source: {namespaces: [\"redder*\"]}}]}]")
                        .redToBlue()
                        .kind())
                .isEqualTo(DENIED);
    }

    @Test
    void ports_are_the_pods() {
        assertThat(strict("rules: [{to: [{operation: {ports: [\"8080\"]}}]}]")
                        .redToBlue()
                        .kind())
                .isEqualTo(MTLS_ONLY);
        assertThat(strict("rules: [{to: [{operation: {ports: [\"80\"]}}]}]")
                        .redToBlue()
                        .kind())
                .isEqualTo(DENIED);
    }

    @Test
    void a_policy_that_only_pretends_decides_nothing() {
        // Given
        String dry = policy("blue", "policy", "")
                .replace("namespace: blue}", "namespace: blue, annotations: {istio.io/dry-run: \"true\"}}");

        // Then
        assertThat(mode("STRICT").with(dry).redToBlue().kind()).isEqualTo(MTLS_ONLY);
    }

    @Test
    void one_service_account_is_not_another_unless_its_owner_is_hostile() {
        // Given
        String other = "rules: [{from: [{source: {principals: [cluster.local/ns/red/sa/other]}}]}]";

        // Then
        assertThat(strict(other).redToBlue().kind()).isEqualTo(DENIED);
        assertThat(strict(other).against(Adversary.HOSTILE_SOURCE).redToBlue().mayIdentities())
                .extracting(Object::toString)
                .containsExactly("cluster.local/ns/red/sa/other");
    }
}
