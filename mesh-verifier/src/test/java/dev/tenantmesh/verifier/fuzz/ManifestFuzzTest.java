package dev.tenantmesh.verifier.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.problem.ProblemsException;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.question.Connectivity;
import dev.tenantmesh.verifier.reach.Adversary;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Timeout;

/**
 * Reads what nobody would write. Whatever it is, it is understood or refused with a place; nothing else is ever thrown.
 * The inputs are the files beside this class's resources; with {@code JAZZER_FUZZ=1} more are made of them.
 */
@Timeout(600)
class ManifestFuzzTest {

    private static final int MOST_PODS = 6;

    @FuzzTest(maxDuration = "10m")
    void whatever_is_read_is_understood_or_refused(byte[] data) {
        Problems problems = new Problems();
        try {
            MeshVerifier verifier = MeshVerifier.of(
                    ManifestLoader.read("fuzz.yaml", new String(data, StandardCharsets.UTF_8), problems),
                    ClusterProfile.KUBERNETES,
                    problems);
            if (verifier.world().pods().size() <= MOST_PODS) {
                askEverything(verifier);
            }
        } catch (ProblemsException refused) {
            assertThat(problems.hasErrors()).isTrue();
        }
        List<Problem> all = problems.sorted();
        assertThat(all).allSatisfy(problem -> {
            assertThat(problem.origin().source()).startsWith("fuzz.yaml");
            assertThat(problem.toString()).doesNotContain("\n");
        });
    }

    private static void askEverything(MeshVerifier verifier) {
        Connectivity connectivity = new Connectivity(verifier, Adversary.HOSTILE_SOURCE);
        assertThat(connectivity.connections())
                .allSatisfy(connection -> assertThat(connection.openings()).isNotEmpty());
    }
}
