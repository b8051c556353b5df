package dev.tenantmesh.crds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenantmesh.crds.schema.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Good objects pass and typical mistakes are found, each at its place. */
class ApiServerTest {

    private static final String SECURITY = "security.istio.io/v1";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PeerAuthentication  | {mtls: {mode: STRICT}}
            PeerAuthentication  | {selector: {matchLabels: {app: a}}, portLevelMtls: {"8443": {mode: DISABLE}}}
            AuthorizationPolicy | {}
            AuthorizationPolicy | {action: DENY, rules: [{from: [{source: {notNamespaces: [a]}}]}]}
            AuthorizationPolicy | {rules: [{from: [{source: {serviceAccounts: [a/b]}}]}]}
            """)
    void good_objects_pass(String kind, String spec) {
        assertThat(istio().check(Sample.object(SECURITY, kind, spec))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PeerAuthentication  | {mtls: {mdoe: STRICT}}           | /spec/mtls/mdoe: There is no such field in spec.mtls.
            PeerAuthentication  | {mtls: {mode: STRIKT}}           | /spec/mtls/mode: It is none of
            PeerAuthentication  | {mtls: STRICT}                   | /spec/mtls: It is not of its type: string found, [object] expected
            PeerAuthentication  | {portLevelMtls: {"1": {}}}       | /spec: portLevelMtls requires selector
            AuthorizationPolicy | {action: ALOW}                   | /spec/action: It is none of
            AuthorizationPolicy | {rules: [{when: [{}]}]}          | /spec/rules/0/when/0: The field 'key' is missing.
            AuthorizationPolicy | {rules: [{from: [{source: {serviceAccounts: [a/b], principals: [c]}}]}]} \
            | /spec/rules/0/from/0/source: Cannot set serviceAccounts with namespaces or principals
            """)
    void mistakes_are_found(String kind, String spec, String message) {
        assertThat(istio().check(Sample.object(SECURITY, kind, spec)))
                .filteredOn(refusal -> refusal.kind() != Refusal.Kind.NOT_CHECKED)
                .singleElement()
                .asString()
                .startsWith(message);
    }

    @Test
    void versions_that_are_not_served_are_refused() {
        JsonNode object = Sample.object(SECURITY, "PeerAuthentication", "{}");

        assertThat(istio().check(object)).isEmpty();
        assertThat(Sample.server("istio-1.20", "multus")
                        .without("security.istio.io/v1")
                        .check(object))
                .singleElement()
                .hasToString("/apiVersion: This version of PeerAuthentication is not served.");
        assertThat(Sample.server("istio-1.20").check(object).get(0).known())
                .containsExactly("security.istio.io/v1beta1");
    }

    @Test
    void of_a_kind_that_no_definition_describes_only_the_metadata_is_checked() {
        KindName deployment = new KindName("apps/v1", "Deployment");

        assertThat(istio().describes(deployment)).isFalse();
        assertThat(istio().describes(new KindName(SECURITY, "PeerAuthentication")))
                .isTrue();
        assertThat(istio().check(Sample.object("apps/v1", "Deployment", "{replica: 3}")))
                .isEmpty();
    }

    @Test
    void a_kind_that_its_group_does_not_have_is_doubted() {
        assertThat(istio().check(Sample.object(SECURITY, "AuthorisationPolicy", "{}")))
                .singleElement()
                .hasToString("/kind: Other kinds of security.istio.io are defined, and this one is not.");
    }

    @Test
    void namespaced_objects_need_a_namespace_and_others_may_have_none() {
        JsonNode nowhere =
                Sample.yaml("{apiVersion: %s, kind: PeerAuthentication, metadata: {name: a}}".formatted(SECURITY));
        JsonNode cni = Sample.yaml("{apiVersion: sailoperator.io/v1, kind: IstioCNI,"
                + " metadata: {name: default, namespace: a}, spec: {version: v1.30-latest, namespace: istio-cni}}");

        assertThat(istio().check(nowhere))
                .singleElement()
                .hasToString("/metadata/namespace: Objects of this kind live in a namespace.");
        assertThat(Sample.server("sail-3", "istio-1.30", "multus").check(cni))
                .singleElement()
                .hasToString("/metadata/namespace: Objects of this kind have no namespace.");
    }

    private static ApiServer istio() {
        return Sample.server("istio-1.30");
    }
}
