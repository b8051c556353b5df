package dev.tenantmesh.generator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Good objects pass and typical mistakes are found, each at its place. */
class AcceptanceTest {

    private static final String SECURITY = "security.istio.io/v1";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PeerAuthentication  | {mtls: {mode: STRICT}}
            PeerAuthentication  | {selector: {matchLabels: {app: a}}, portLevelMtls: {"8443": {mode: DISABLE}}}
            AuthorizationPolicy | {}
            AuthorizationPolicy | {action: DENY, rules: [{from: [{source: {notNamespaces: [a]}}]}]}
            AuthorizationPolicy | {rules: [{from: [{source: {serviceAccounts: [a/b]}}]}]}
            """)
    void goodObjectsPass(String kind, String spec) {
        assertThat(istio().check(Sample.object(SECURITY, kind, spec))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PeerAuthentication  | {mtls: {mdoe: STRICT}}           | /spec/mtls/mdoe: unknown field
            PeerAuthentication  | {mtls: {mode: STRIKT}}           | /spec/mtls/mode: does not have a value
            PeerAuthentication  | {mtls: STRICT}                   | /spec/mtls: string found, [object] expected
            PeerAuthentication  | {portLevelMtls: {"1": {}}}       | /spec: portLevelMtls requires selector
            AuthorizationPolicy | {action: ALOW}                   | /spec/action: does not have a value
            AuthorizationPolicy | {rules: [{when: [{}]}]}          | /spec/rules/0/when/0/key: required
            AuthorizationPolicy | {rules: [{from: [{source: {serviceAccounts: [a/b], principals: [c]}}]}]} \
            | /spec/rules/0/from/0/source: Cannot set serviceAccounts with namespaces or principals
            """)
    void mistakesAreFound(String kind, String spec, String message) {
        assertThat(istio().check(Sample.object(SECURITY, kind, spec)))
                .singleElement()
                .asString()
                .startsWith(message);
    }

    @Test
    void versionsThatAreNotServedAreRefused() {
        JsonNode object = Sample.object(SECURITY, "PeerAuthentication", "{}");

        assertThat(istio().check(object)).isEmpty();
        assertThat(TargetCluster.ISTIO_1_18.acceptance().check(object))
                .containsExactly("/apiVersion: security.istio.io/v1 is not served");
        assertThat(Acceptance.forFolders(CrdFolder.given(), "istio-1.20").check(object))
                .containsExactly("/apiVersion: security.istio.io/v1 PeerAuthentication is not served,"
                        + " only [security.istio.io/v1beta1]");
    }

    @Test
    void aKindThatNoDefinitionDescribesIsNamed() {
        assertThat(istio().check(Sample.object("apps/v1", "Deployment", "{}")))
                .containsExactly(Acceptance.unknownKind("apps/v1", "Deployment"));
    }

    @Test
    void namespacedObjectsNeedANamespaceAndOthersMayHaveNone() {
        JsonNode nowhere =
                Sample.yaml("{apiVersion: %s, kind: PeerAuthentication, metadata: {name: a}}".formatted(SECURITY));
        JsonNode cni = Sample.yaml("{apiVersion: sailoperator.io/v1, kind: IstioCNI,"
                + " metadata: {name: default, namespace: a}, spec: {version: v1.30-latest, namespace: istio-cni}}");

        assertThat(istio().check(nowhere)).containsExactly("/metadata/namespace: required");
        assertThat(TargetCluster.OSSM_3_4.acceptance().check(cni))
                .containsExactly("/metadata/namespace: not allowed, the kind is cluster-scoped");
    }

    @Test
    void mapsAreCheckedAndLeftAsTheyAre() {
        Map<String, ?> object = Map.of(
                "apiVersion",
                "sailoperator.io/v1",
                "kind",
                "Istio",
                "metadata",
                Map.of("name", "a"),
                "spec",
                Map.of("namespace", "mesh-a", "version", "v1.30-latest"));

        assertThat(TargetCluster.OSSM_3_4.acceptance().check(object)).isEmpty();
    }

    private static Acceptance istio() {
        return TargetCluster.ISTIO_1_30.acceptance();
    }
}
