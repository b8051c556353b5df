package dev.tenantmesh.verifier.cases;

import static dev.tenantmesh.verifier.reach.Verdict.Kind.MTLS_ONLY;
import static dev.tenantmesh.verifier.reach.Verdict.Kind.PLAINTEXT_OK;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Policies in namespaces that their control plane does not look at. */
class DiscoveryCasesTest {

    private static final String STRICT = Cluster.istio("PeerAuthentication", "blue", "default", "mtls: {mode: STRICT}");
    private static final String NOBODY = Cluster.istio("AuthorizationPolicy", "blue", "nobody", "{}");

    private static String lookingAt(String selectors) {
        return """
                apiVersion: sailoperator.io/v1
                kind: Istio
                metadata: {name: default}
                spec:
                  version: v1.30-latest
                  namespace: istio-system
                  values: {meshConfig: {discoverySelectors: [%s]}}
                """.formatted(selectors);
    }

    private static Cluster strict(String selectors) {
        return Cluster.redAndBlue().with(lookingAt(selectors)).with(STRICT);
    }

    @Test
    void policies_count_where_a_selector_selects_their_namespace() {
        assertThat(strict("{matchLabels: {tenant: blue}}").redToBlue().kind()).isEqualTo(MTLS_ONLY);
        assertThat(strict("").redToBlue().kind()).isEqualTo(MTLS_ONLY);
    }

    @Test
    void they_do_not_where_none_does_although_proxies_stand_there() {
        assertThat(strict("{matchLabels: {tenant: red}}").redToBlue().kind()).isEqualTo(PLAINTEXT_OK);
        assertThat(strict("{matchLabels: {tenant: red}}")
                        .with(NOBODY)
                        .redToBlue()
                        .kind())
                .isEqualTo(PLAINTEXT_OK);
    }
}
