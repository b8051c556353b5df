package dev.tenantmesh.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Level;
import dev.tenantmesh.verifier.claim.document.ClaimsReader;
import dev.tenantmesh.verifier.claim.document.WrittenClaims;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about claims shows manifests once, and then claims, each time with what is said of them. */
class ClaimsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "claims.md");
    private static final Pattern MANIFESTS = Pattern.compile("```yaml\\R(apiVersion: v1\\R.*?)```", Pattern.DOTALL);
    private static final Pattern EXAMPLE = Pattern.compile(
            "```yaml\\R(apiVersion: tenantmesh.dev/v1\\R(?:(?!```).)*?)```(?:(?!```).)*?```text\\R(.*?)\\R```",
            Pattern.DOTALL);

    @Test
    void the_page_says_what_is_printed() throws IOException {
        // Given
        String page = Files.readString(PAGE);
        String manifests =
                MANIFESTS.matcher(page).results().findFirst().orElseThrow().group(1);
        List<MatchResult> examples = EXAMPLE.matcher(page).results().toList();
        assertThat(examples).hasSizeGreaterThan(2);

        // When
        StringBuilder told = new StringBuilder();
        int end = 0;
        for (MatchResult example : examples) {
            told.append(page, end, example.start(2)).append(printed(manifests, example.group(1)));
            end = example.end(2);
        }
        told.append(page.substring(end));

        // Then
        if (!System.getProperty("mesh.refresh", "").isEmpty()) {
            Files.writeString(PAGE, told.toString());
        } else {
            assertThat(page).isEqualTo(told.toString());
        }
    }

    private static String printed(String manifests, String claims) {
        Problems problems = new Problems();
        WrittenClaims written = new ClaimsReader(problems)
                .read("claims.yaml", claims.getBytes(StandardCharsets.UTF_8))
                .written();
        MeshVerifier verifier = MeshVerifier.of(
                ManifestLoader.read("deploy/payments.yaml", manifests, problems),
                ClusterProfile.OVN_KUBERNETES,
                problems);
        Evidence evidence = new Evidence(verifier, written.owners(problems), Level.HOSTILE_SOURCE);
        Proof proof = Proof.of(written.claims(verifier.world(), problems), evidence);
        problems.throwIfErrors();
        return proof.claims().stream()
                .flatMap(proved -> ProofText.lines(proved).stream())
                .collect(Collectors.joining("\n"));
    }
}
