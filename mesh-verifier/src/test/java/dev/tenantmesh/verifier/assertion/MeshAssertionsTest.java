package dev.tenantmesh.verifier.assertion;

import static dev.tenantmesh.verifier.assertion.MeshAssertions.anyone;
import static dev.tenantmesh.verifier.assertion.MeshAssertions.assertThat;
import static dev.tenantmesh.verifier.assertion.MeshAssertions.mtls;
import static dev.tenantmesh.verifier.assertion.MeshAssertions.namespace;
import static dev.tenantmesh.verifier.assertion.MeshAssertions.owner;
import static dev.tenantmesh.verifier.assertion.MeshAssertions.plaintext;
import static dev.tenantmesh.verifier.assertion.MeshAssertions.pod;
import static dev.tenantmesh.verifier.assertion.MeshAssertions.tenant;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.claim.Level;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeshAssertionsTest {

    private static final Path EXAMPLE = Path.of("src", "test", "resources", "payments");

    private static final Manifests PAYMENTS = Manifests.in(EXAMPLE);

    private static MeshAssert payments() {
        return assertThat(PAYMENTS)
                .in(ClusterProfile.OVN_KUBERNETES)
                .where(owner("payments").owns("payments-prod"), owner("web").owns("web-prod"));
    }

    @Test
    void what_is_closed_and_what_works_passes() {
        // When / Then
        payments()
                .tenant("payments")
                .cannotReach(tenant("web"))
                .takesNoPlaintext()
                .isReachedOnlyBy(pod("web-prod/app=web"))
                .and()
                .pod("web-prod/web")
                .reaches("payments-prod/api")
                .on("tcp/8080")
                .over(mtls("web-prod", "web"));
    }

    @Test
    void who_reaches_whom_all_the_same_is_told_with_the_line_and_a_fix() {
        // When / Then
        assertThatThrownBy(() -> payments().tenant("web").cannotReach(tenant("payments")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("BROKEN cannot-reach/tenant payments")
                .hasMessageContaining(
                        "CONFIRMED at level hostile-source: web-prod/web can open TCP 8080 of payments-prod/api")
                .hasMessageContaining("Remove the peer of NetworkPolicy payments-prod/from-web at ")
                .hasMessageContaining("probe: IP=$(kubectl get pod -n payments-prod");
    }

    @Test
    void a_connection_that_works_works_in_no_other_way() {
        // When / Then
        assertThatThrownBy(() -> payments()
                        .pod("web-prod/web")
                        .reaches("payments-prod/api")
                        .on("tcp/8080")
                        .over(plaintext()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("cannot open TCP 8080 of payments-prod/api, and should")
                .hasMessageContaining("PeerAuthentication payments-prod/strict says STRICT");
        assertThatThrownBy(() -> payments()
                        .pod("web-prod/web")
                        .reaches("payments-prod/api")
                        .on("tcp/8081"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Add a rule with `from` namespace web-prod");
    }

    @Test
    void what_owners_may_write_themselves_does_not_count_where_they_harm_themselves() {
        // Given
        MeshAssert writing = assertThat(PAYMENTS)
                .in(ClusterProfile.OVN_KUBERNETES)
                .where(owner("payments").owns("payments-prod").writesPoliciesIn("payments-prod"));

        // When / Then
        assertThatCode(() -> writing.namespace("payments-prod").takesNoPlaintext())
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> writing.against(Level.SELF_HARM)
                        .namespace("payments-prod")
                        .takesNoPlaintext())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(
                        "Take the right to write PeerAuthentications in namespace payments-prod from its owner");
    }

    @Test
    void what_goes_out_is_contained() {
        // When / Then
        payments().namespace("payments-prod").isContainedBut();
        assertThatThrownBy(() -> payments().namespace("web-prod").isContainedBut(namespace("payments-prod")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("for Egress: none does");
        payments().namespace("web-prod").isContainedBut(anyone());
    }

    @Test
    void an_assertion_about_nobody_fails() {
        // When / Then
        assertThatThrownBy(() -> payments().namespace("payment-prod").takesNoPlaintext())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("VACUOUS");
        assertThatThrownBy(() -> payments().tenant("payment"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("There is no owner 'payment'");
        assertThatThrownBy(() -> payments().pod("web-prod/wbe"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Did you mean 'web-prod/web'?");
    }

    @Test
    void the_readme_shows_what_is_run_here() throws IOException {
        // Given
        List<String> shown = Files.readString(Path.of("..", "README.md"))
                .lines()
                .dropWhile(line -> !line.startsWith("assertThat(Manifests"))
                .takeWhile(line -> !line.equals("```"))
                .map(String::strip)
                .toList();
        String written = Files.readString(Path.of(
                        "src", "test", "java", "dev", "tenantmesh", "verifier", "assertion", "ReadmeExampleTest.java"))
                .lines()
                .map(String::strip)
                .reduce("", (all, line) -> all + "\n" + line);

        // Then
        org.assertj.core.api.Assertions.assertThat(shown).hasSizeGreaterThan(4);
        org.assertj.core.api.Assertions.assertThat(written).contains(String.join("\n", shown));
    }

    @Test
    void a_pod_with_a_quote_in_a_label_is_no_command_of_the_probe() {
        // Given
        Manifests hostile = ManifestLoader.read("deploy/x.yaml", """
                apiVersion: v1
                kind: Pod
                metadata: {name: x, namespace: x, labels: {app: "a'; touch /tmp/owned; '"}}
                spec: {containers: [{name: app}]}
                """, new Problems());

        // When / Then
        assertThatThrownBy(() -> assertThat(hostile).namespace("x").takesNoPlaintext())
                .hasMessageContaining("-l 'app=a'\\''; touch /tmp/owned; '\\'''");
    }
}
