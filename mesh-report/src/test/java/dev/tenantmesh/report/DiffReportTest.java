package dev.tenantmesh.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.diff.DiffOptions;
import dev.tenantmesh.verifier.diff.MeshDiff;
import dev.tenantmesh.verifier.diff.approval.Review;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiffReportTest {

    private static final String CLOSED = """
            apiVersion: v1
            kind: Pod
            metadata: {name: till, namespace: shop, labels: {app: till}}
            spec: {containers: [{name: app}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: front, labels: {app: web}}
            spec: {containers: [{name: app}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: closed, namespace: shop}
            spec:
              podSelector: {}
              policyTypes: [Ingress]
            """;
    private static final String OPEN = CLOSED
            + "  ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: front}},"
            + " podSelector: {matchLabels: {app: web}}}], ports: [{port: 8080}]}]\n";

    @Test
    void a_text_has_owners_first_and_the_lines_that_decided() {
        // Then
        assertThat(written(Format.TEXT)).startsWith("""
                front -> shop: 2 gained
                  + front/web to shop/till: TCP 8080, plaintext (deploy/shop.yaml:17:13)
                """);
    }

    @Test
    void markdown_has_a_table_by_owners_and_folds_the_details() {
        // Then
        assertThat(written(Format.MD)).startsWith("""
                ### Who reaches whom: 2 gained

                | from | to | gained | lost | less certain | more certain |
                |---|---|---|---|---|---|
                | front | shop | 2 | 0 | 0 | 0 |

                <details><summary>front -> shop</summary>

                | change | source | destination | ports | how | by |
                |---|---|---|---|---|---|
                | gained | front/web | shop/till | TCP 8080 | plaintext | deploy/shop.yaml:17:13 |
                """).contains("</details>");
    }

    @Test
    void json_has_a_version_and_every_change() {
        // Then
        assertThat(written(Format.JSON))
                .contains("\"version\" : \"tenantmesh.dev/diff/v1\"")
                .contains("\"source\" : \"front/web\"")
                .contains("\"unapproved\"");
    }

    @Test
    void nothing_is_said_in_one_sentence() {
        // When
        MeshDiff none = MeshDiff.between(verifier(OPEN), verifier(OPEN), DiffOptions.ALL);

        // Then
        assertThat(DiffReport.of(none, new Review(List.of(), List.of()), Format.TEXT))
                .isEqualTo("nobody reaches anybody in another way than before\n");
        assertThat(DiffReport.of(none, new Review(List.of(), List.of()), Format.MD))
                .isEqualTo("Nobody reaches anybody in another way than before.\n");
    }

    static String written(Format format) {
        DiffOptions options = DiffOptions.ALL.between(Set.of("front", "shop")).withoutKinds();
        MeshDiff diff = MeshDiff.between(verifier(CLOSED), verifier(OPEN), options);
        return DiffReport.of(diff, new Review(diff.widenings(), List.of()), format);
    }

    private static MeshVerifier verifier(String manifests) {
        Problems problems = new Problems();
        return MeshVerifier.of(
                ManifestLoader.read("deploy/shop.yaml", manifests, problems), ClusterProfile.KUBERNETES, problems);
    }
}
