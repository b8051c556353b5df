package dev.tenantmesh.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Level;
import dev.tenantmesh.verifier.claim.document.ClaimsReader;
import dev.tenantmesh.verifier.claim.document.WrittenClaims;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.proof.Proof;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProofReportTest {

    private static final String MANIFESTS = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: till, namespace: shop, labels: {app: till}}
            spec: {containers: [{name: app}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: open, namespace: shop}
            spec:
              podSelector: {}
              policyTypes: [Ingress]
              ingress:
                - from: [{namespaceSelector: {matchLabels: {team: a}}}]
                  ports: [{port: 80}]
            """;

    private static final String CLAIMS = """
            apiVersion: tenantmesh.dev/v1
            kind: Claims
            name: shop
            claims:
              - name: closed
                nobody: {from: {namespaceSelector: {matchLabels: {team: a}}}, to: {namespace: shop}}
              - name: quiet
                nobody: {from: {cidrs: ["192.0.2.0/24"]}, to: {namespace: shop}}
              - name: misspelled
                nobody: {to: {namespace: shpo}}
            """;

    static ProofReport report() {
        Problems problems = new Problems();
        WrittenClaims written = new ClaimsReader(problems)
                .read("claims.yaml", CLAIMS.getBytes(StandardCharsets.UTF_8))
                .written();
        MeshVerifier verifier = MeshVerifier.of(
                ManifestLoader.read("deploy/shop.yaml", MANIFESTS, problems), ClusterProfile.OVN_KUBERNETES, problems);
        Evidence evidence = new Evidence(verifier, written.owners(problems), Level.HOSTILE_SOURCE);
        problems.throwIfErrors();
        return ProofReport.of(new TreeMap<>(
                Map.of("prod", Proof.of(written.claims(verifier.world(), problems), evidence))));
    }

    @Test
    void the_head_says_what_a_proof_means_and_what_it_takes_for_granted() {
        // When
        String text = report().written(Format.TEXT);

        // Then
        assertThat(text)
                .startsWith("prod:\nHOLDS means: in every cluster whose policies are exactly those of these files")
                .contains("\nLevel hostile-source: ")
                .contains("\nCluster profile ovn-kubernetes: NetworkPolicies are enforced in both directions")
                .contains("\nMesh istio: no manifest says how it is set, so the defaults of Istio are assumed: ")
                .contains("\nNot covered: ICMP; ")
                .endsWith("\n3 claims: 1 proved, 1 broken, 1 about nobody\n");
    }

    @Test
    void a_broken_claim_shows_who_by_which_line_and_what_to_do() {
        // When
        String text = report().written(Format.TEXT);

        // Then
        assertThat(text)
                .contains("BROKEN shop/closed: ")
                .contains("  CONFIRMED at level hostile-source: (any namespace with team=a")
                .contains("can open TCP 80 of shop/till in plaintext.")
                .contains(
                        "    network, coming in: passes, a rule of NetworkPolicy shop/open allows it (deploy/shop.yaml:17:7)")
                .contains("    fix: Remove the peer of NetworkPolicy shop/open at deploy/shop.yaml:17:7, or narrow its"
                        + " namespaceSelector.")
                .contains("    probe: IP=$(kubectl get pod -n shop -l app=till -o jsonpath=")
                .contains("kubectl create namespace mesh-probe && kubectl label namespace mesh-probe team=a")
                .contains("HOLDS shop/quiet: Nobody of 192.0.2.0-192.0.2.255 reaches namespace shop. (claims.yaml:7:5)")
                .contains("VACUOUS shop/misspelled: ");
    }

    @Test
    void a_table_holds_every_claim_and_a_block_each_that_does_not_hold() {
        // When
        String text = report().written(Format.MD);

        // Then
        assertThat(text)
                .startsWith("## Proof of prod\n\n- HOLDS means: ")
                .contains("| BROKEN | shop/closed | ")
                .contains("```text\nBROKEN shop/closed: ");
    }

    @Test
    void tools_read_a_versioned_tree() throws Exception {
        // When
        JsonNode root = new JsonMapper().readTree(report().written(Format.JSON));

        // Then
        assertThat(root.path("version").asText()).isEqualTo("tenantmesh.dev/proof/v1");
        JsonNode proof = root.path("proofs").path(0);
        assertThat(proof.path("counts").path("broken").asInt()).isEqualTo(1);
        assertThat(proof.path("assumptions")
                        .path("meshes")
                        .path(0)
                        .path("assumed")
                        .asBoolean())
                .isTrue();
        JsonNode example = proof.path("claims").path(0).path("counterexamples").path(0);
        assertThat(example.path("confidence").asText()).isEqualTo("confirmed");
        assertThat(example.path("source").path("declared").asBoolean()).isFalse();
        assertThat(example.path("steps").toString()).contains("\"file\":\"deploy/shop.yaml\",\"line\":17");
        assertThat(example.path("fix").asText()).startsWith("Remove the peer");
    }

    @Test
    void the_order_in_which_claims_are_judged_does_not_show() {
        // When / Then
        assertThat(report().written(Format.JSON)).isEqualTo(report().written(Format.JSON));
    }
}
