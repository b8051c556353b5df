package dev.tenantmesh.verifier.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.problem.ProblemsException;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Level;
import dev.tenantmesh.verifier.claim.document.ClaimsReader;
import dev.tenantmesh.verifier.claim.document.WrittenClaims;
import dev.tenantmesh.verifier.lint.Linter;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.proof.Proof;
import dev.tenantmesh.verifier.proof.ProofProblems;
import dev.tenantmesh.verifier.schema.SchemaChecks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of each problem with manifests shows a manifest and, to the letter, what is said of it. */
class ProblemPagesTest {

    private static final Path PAGES = Path.of("..", "docs", "problems");
    private static final Pattern EXAMPLE = Pattern.compile(
            "(?:```yaml\\R((?:(?!```).)*?)```(?:(?!```).)*?)?"
                    + "```yaml\\R((?:(?!```).)*?)```(?:(?!```).)*?```text\\R(.*?)\\R```",
            Pattern.DOTALL);

    private static final Pattern CORRECTED = Pattern.compile("## What to do\\R.*?```yaml\\R(.*?)```", Pattern.DOTALL);

    /** What is said of two sets of manifests, of commits and of approvals, is covered by the tests of those. */
    static Stream<ProblemCode> codes() {
        return Arrays.stream(ProblemCode.values())
                .filter(code -> code.id().startsWith("MESH04") && !code.id().startsWith("MESH049"));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void a_page_says_what_is_printed_for_its_example(ProblemCode code) throws IOException {
        // Given
        Path page = PAGES.resolve(code.id() + ".md");
        Matcher example = EXAMPLE.matcher(Files.readString(page));
        assertThat(example.find()).isTrue();

        // When
        List<String> printed = printed(code, example.group(1), example.group(2));

        // Then
        if (!System.getProperty("mesh.refresh", "").isEmpty()) {
            Files.writeString(page, Files.readString(page).replace(example.group(3), String.join("\n", printed)));
        } else {
            assertThat(printed)
                    .containsExactlyElementsOf(example.group(3).lines().toList());
        }
        assertThat(printed).anyMatch(line -> line.contains(code.id()));
    }

    static Stream<ProblemCode> findings() {
        return codes().filter(ProblemPagesTest::isFinding);
    }

    private static boolean isFinding(ProblemCode code) {
        return isBetween(code, ProblemCode.ACCEPTANCE_UNUSED, ProblemCode.RBAC_POWER)
                || isBetween(code, ProblemCode.PROBES_KEPT_OUT, ProblemCode.SUBRESOURCE_LEFT_OUT)
                || code == ProblemCode.NETWORK_CLAIMED;
    }

    private static boolean isBetween(ProblemCode code, ProblemCode first, ProblemCode last) {
        return code.compareTo(first) >= 0 && code.compareTo(last) <= 0;
    }

    @ParameterizedTest
    @MethodSource("findings")
    void what_a_page_says_to_do_is_found_to_be_right(ProblemCode code) throws IOException {
        // Given
        Matcher corrected = CORRECTED.matcher(Files.readString(PAGES.resolve(code.id() + ".md")));
        assertThat(corrected.find()).isTrue();

        // When
        List<String> printed = printed(code, null, corrected.group(1));

        // Then
        assertThat(printed).isEmpty();
    }

    /** What no model is needed for is said by the linter; other findings in an example have pages of their own. */
    private static List<String> printed(ProblemCode code, @Nullable String definition, String manifests) {
        if (isBetween(code, ProblemCode.CLAIM_BROKEN, ProblemCode.CLAIM_VACUOUS)) {
            return proved(definition, manifests);
        }
        if (!isFinding(code)) {
            return printed(definition, manifests);
        }
        Problems problems = new Problems();
        new Linter(ClusterProfile.KUBERNETES, List.of())
                .lint(ManifestLoader.read("deploy/shop.yaml", manifests, problems), problems);
        return problems.sorted().stream()
                .filter(problem -> problem.code() == code)
                .map(Problem::toString)
                .toList();
    }

    /** Two examples are claims and what they are about. */
    private static List<String> proved(@Nullable String claims, String manifests) {
        Problems problems = new Problems();
        WrittenClaims written = new ClaimsReader(problems)
                .read("claims.yaml", String.valueOf(claims).getBytes(StandardCharsets.UTF_8))
                .written();
        MeshVerifier verifier = MeshVerifier.of(
                ManifestLoader.read("deploy/shop.yaml", manifests, problems), ClusterProfile.KUBERNETES, problems);
        Evidence evidence = new Evidence(verifier, written.owners(problems), Level.HOSTILE_SOURCE);
        ProofProblems.report(Proof.of(written.claims(verifier.world(), problems), evidence), problems);
        return problems.sorted().stream().map(Problem::toString).toList();
    }

    /** Two examples are a definition and what is held against it. */
    private static List<String> printed(@Nullable String definition, String manifests) {
        Problems problems = new Problems();
        if (definition != null) {
            SchemaChecks.of(ManifestLoader.read("crds/cache.yaml", definition, problems), problems)
                    .check(ManifestLoader.read("deploy/shop.yaml", manifests, problems), problems);
            return problems.sorted().stream().map(Problem::toString).toList();
        }
        try {
            MeshVerifier.of(
                    ManifestLoader.read("deploy/shop.yaml", manifests, problems), ClusterProfile.KUBERNETES, problems);
        } catch (ProblemsException stopped) {
            assertThat(problems.hasErrors()).isTrue();
        }
        return problems.sorted().stream().map(Problem::toString).toList();
    }
}
