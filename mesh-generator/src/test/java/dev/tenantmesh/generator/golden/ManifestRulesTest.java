package dev.tenantmesh.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The rules find what they are meant to find. */
class ManifestRulesTest {

    private static final String METADATA = "metadata: {name: one, namespace: app,"
            + " labels: {app.kubernetes.io/managed-by: tenant-mesh}, annotations: {tenantmesh.dev/reason: because}}";
    private static final String POLICY = "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, " + METADATA
            + ", spec: {podSelector: {}, policyTypes: [Ingress], ingress: [{"
            + "from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: app}}}],"
            + " ports: [{protocol: TCP, port: 8080}]}]}}";

    @Test
    void goodMetadata() {
        assertViolations(POLICY);
    }

    @Test
    void badMetadata() {
        assertViolations(POLICY.replace("name: one", "name: One"), "name");
        assertViolations(POLICY.replace("namespace: app", "namespace: a.b"), "namespace");
        assertViolations(
                POLICY.replace("{app.kubernetes.io/managed-by", "{yes: no, app.kubernetes.io/managed-by"),
                "label true is a string");
        assertViolations(POLICY.replace(": tenant-mesh", ": helm"), "managed-by");
        assertViolations(POLICY.replace("because", "''"), "reason");
        assertViolations(
                POLICY.replace(
                        "{app.kubernetes.io/managed-by", "{maistra.io/member-of: a, app.kubernetes.io/managed-by"),
                "only the operator says who is a member");
    }

    @Test
    void badNetworkPolicies() {
        assertViolations(POLICY.replace("protocol: TCP, ", ""), "protocol");
        assertViolations(POLICY.replace("port: 8080", "port: http"), "a pod's owner can move a named port");
        assertViolations(POLICY.replace("[{protocol: TCP, port: 8080}]", "[]"), "a rule names its ports");
        assertViolations(POLICY.replace("[Ingress]", "[Egress]"), "ingress counts only with its policyType");
        assertViolations(POLICY.replace("[Ingress]", "[]"), "policyTypes", "ingress counts only with its policyType");
        assertViolations(
                POLICY.replace("{matchLabels: {kubernetes.io/metadata.name: app}}", "{}"),
                "a peer names its namespaces or addresses");
    }

    @Test
    void badIstioPolicies() {
        assertViolations(
                "{apiVersion: security.istio.io/v1, kind: AuthorizationPolicy, " + METADATA + ", spec: {}}",
                "action",
                "a DENY denies something");
        assertViolations(
                "{apiVersion: security.istio.io/v1, kind: PeerAuthentication, " + METADATA
                        + ", spec: {portLevelMtls: {}}}",
                "mode",
                "exceptions by port need a selector");
    }

    @Test
    void badScopes() {
        String sidecar = "{apiVersion: networking.istio.io/v1, kind: Sidecar, " + METADATA + ", spec: {"
                + "egress: [{hosts: ['./*']}], outboundTrafficPolicy: {mode: REGISTRY_ONLY}}}";
        assertViolations(sidecar);
        assertViolations(sidecar.replace("mode: REGISTRY_ONLY", ""), "an absent mode is REGISTRY_ONLY");
        assertViolations(sidecar.replace("./*", "*/*"), "not every namespace");
        assertViolations(sidecar.replace("'./*'", ""), "a listener has hosts");
        assertViolations(sidecar.replace("'./*'", "'./*', '~/*'"), "nothing stands alone");
        assertViolations(sidecar.replace("'./*'", "'./*', './*'"), "a host once");
        assertViolations(sidecar.replace("egress", "workloadSelector: {}, egress"), "a selector selects");
        String entry = "{apiVersion: networking.istio.io/v1, kind: ServiceEntry, " + METADATA + ", spec: {}}";
        assertViolations(entry, "exported to named namespaces");
        assertViolations(entry.replace("spec: {}", "spec: {exportTo: ['*']}"), "exported to named namespaces");
        assertViolations(entry.replace("spec: {}", "spec: {exportTo: ['.']}"));
    }

    private static void assertViolations(String manifest, String... rules) {
        assertThat(ManifestRules.violations(Manifest.of("file", manifest)))
                .containsExactlyElementsOf(
                        Arrays.stream(rules).map(rule -> "file: " + rule).toList());
    }
}
