package dev.tenantmesh.verifier.cases;

import static dev.tenantmesh.verifier.reach.Verdict.Kind.DENIED;
import static dev.tenantmesh.verifier.reach.Verdict.Kind.MTLS_ONLY;
import static dev.tenantmesh.verifier.reach.Verdict.Kind.PLAINTEXT_ONLY;
import static dev.tenantmesh.verifier.reach.Verdict.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Identities of another trust domain, and rules that ask about it. */
class TrustDomainCasesTest {

    private static final String TWO_MESHES = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: istio, namespace: istio-system}
            data: {mesh: "{trustDomain: corp.example, trustDomainAliases: [%s]}"}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: istio-other, namespace: other-system}
            data: {mesh: "{trustDomain: other.example}"}
            """;
    private static final String ZTUNNEL = """
            apiVersion: sailoperator.io/v1
            kind: ZTunnel
            metadata: {name: default}
            spec: {values: {ztunnel: {istioNamespace: istio-system}}}
            """;
    private static final String STRICT = Cluster.istio("PeerAuthentication", "blue", "default", "mtls: {mode: STRICT}");

    /** Red in the other mesh, blue in the first. */
    private static Cluster meshes(String alias) {
        return Cluster.redAndBlue()
                .where("tenant: red, istio-injection: enabled", "tenant: red, istio.io/rev: other")
                .with(TWO_MESHES.formatted(alias))
                .with(STRICT);
    }

    private static String access(String rule) {
        return Cluster.istio("AuthorizationPolicy", "blue", "policy", "rules: [{" + rule + "}]");
    }

    @Test
    void v78_a_proxy_of_a_pod_takes_identities_of_aliases_and_namespaces_are_blind_for_them() {
        assertThat(meshes("old.example").redToBlue().kind()).isEqualTo(DENIED);
        assertThat(meshes("other.example").redToBlue().kind()).isEqualTo(MTLS_ONLY);
        assertThat(meshes("other.example")
                        .with(access("from: [{source: {namespaces: [red]}}]"))
                        .redToBlue()
                        .kind())
                .isEqualTo(MTLS_ONLY);
    }

    @Test
    void a_proxy_of_a_node_knows_no_aliases() {
        assertThat(meshes("other.example")
                        .where("istio-injection: enabled", "istio.io/dataplane-mode: ambient")
                        .with(ZTUNNEL)
                        .redToBlue()
                        .kind())
                .isEqualTo(DENIED);
    }

    @Test
    void whose_proxy_a_node_has_must_be_known() {
        assertThat(meshes("other.example")
                        .where("istio-injection: enabled", "istio.io/dataplane-mode: ambient")
                        .redToBlue()
                        .kind())
                .isEqualTo(PLAINTEXT_ONLY);
    }

    @Test
    void a_rule_about_trust_domains_alone_is_looked_at() {
        assertThat(meshes("other.example")
                        .with(access("from: [{source: {trustDomains: [other.example]}}]"))
                        .redToBlue()
                        .kind())
                .isEqualTo(MTLS_ONLY);
        assertThat(meshes("other.example")
                        .with(access("from: [{source: {trustDomains: [corp.example]}}]"))
                        .redToBlue()
                        .kind())
                .isEqualTo(DENIED);
        assertThat(meshes("other.example")
                        .with(access("from: [{source: {notTrustDomains: [other.example]}}]"))
                        .redToBlue()
                        .kind())
                .isEqualTo(DENIED);
    }

    @Test
    void beside_other_fields_some_versions_ignore_it() {
        // Given
        Cluster cluster = meshes("other.example");

        // Then
        assertThat(cluster.with(access("from: [{source: {namespaces: [red], notTrustDomains: [other.example]}}]"))
                        .redToBlue()
                        .kind())
                .isEqualTo(UNKNOWN);
    }

    @Test
    void conditions_count_with_their_values_and_without() {
        // Given
        Cluster mine = Cluster.redAndBlue().with(STRICT);
        String is = "when: [{key: source.namespace, values: [%s]}]";
        String isNot = "when: [{key: source.namespace, notValues: [%s]}]";

        // Then
        assertThat(access(is.formatted("red"))).satisfies(policy -> assertOpen(policy, true));
        assertThat(access(is.formatted("blue"))).satisfies(policy -> assertOpen(policy, false));
        assertThat(access(isNot.formatted("red"))).satisfies(policy -> assertOpen(policy, false));
        assertThat(access(isNot.formatted("blue"))).satisfies(policy -> assertOpen(policy, true));
        assertThat(mine.redToBlue().kind()).isEqualTo(MTLS_ONLY);
    }

    private static void assertOpen(String policy, boolean open) {
        for (String plane : new String[] {"istio-injection: enabled", "istio.io/dataplane-mode: ambient"}) {
            assertThat(Cluster.redAndBlue()
                            .where("istio-injection: enabled", plane)
                            .with(STRICT)
                            .with(policy)
                            .redToBlue()
                            .kind())
                    .isEqualTo(open ? MTLS_ONLY : DENIED);
        }
    }
}
