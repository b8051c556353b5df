package dev.tenantmesh.verifier.proved;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Site;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What documents promise is true of the manifests that are committed for them: of every example, and of every golden case. */
class PromisesTest {

    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final Path RETAIL = EXAMPLES.resolve("retail");
    private static final Path CASES = Path.of("..", "mesh-generator", "src", "test", "resources", "cases");

    /** Its raw NetworkPolicy opens what no document grants, which is what a proof is for. */
    private static final String OPENED_BY_HAND = "every-platform";

    static Stream<Arguments> cases() {
        return Stream.concat(
                folders(EXAMPLES)
                        .filter(folder -> Files.isRegularFile(folder.resolve("EXPECTED.md")))
                        .flatMap(folder -> promised(folder.resolve("src/main/mesh"), folder.resolve("deploy"))),
                folders(CASES)
                        .filter(folder -> Files.isDirectory(folder.resolve("deploy")))
                        .flatMap(folder -> promised(folder.resolve("mesh"), folder.resolve("deploy"))));
    }

    private static Stream<Arguments> promised(Path documents, Path deploy) {
        MeshModel model = MeshModel.read(documents);
        return model.sites().stream()
                .map(Site::name)
                .filter(platform -> Files.isDirectory(deploy.resolve(platform)))
                .map(platform -> Arguments.of(deploy.getParent().getFileName() + "/" + platform, model, deploy));
    }

    private static Stream<Path> folders(Path root) {
        try (Stream<Path> found = Files.list(root)) {
            return found.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void what_is_promised_holds(String name, MeshModel model, Path deploy) {
        assertThat(failing(name, model, deploy, Level.HOSTILE_SOURCE))
                .isEqualTo(
                        name.startsWith(OPENED_BY_HAND)
                                ? List.of("tenant-contained/shop", "outside-closed/shop", "contained-by-network/shop")
                                : List.of());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("retail")
    void whoever_may_write_policies_can_undo_what_closes_them_and_nobody_else(String platform) {
        // Given
        MeshModel model = MeshModel.read(RETAIL.resolve("src/main/mesh"));

        // When
        List<String> undone = failing(platform, model, RETAIL.resolve("deploy"), Level.SELF_HARM);

        // Then
        assertThat(undone)
                .isNotEmpty()
                .allMatch(id -> id.matches(".*/(analytics|web|analytics-jobs|web-prod|web-ingress)"));
    }

    @Test
    void developers_can_undo_nothing() {
        MeshModel model = MeshModel.read(CASES.resolve("owners-developer/mesh"));

        assertThat(failing("istio", model, CASES.resolve("owners-developer/deploy"), Level.SELF_HARM))
                .isEmpty();
    }

    static Stream<String> retail() {
        return MeshModel.read(RETAIL.resolve("src/main/mesh")).platforms().stream()
                .map(Platform::name);
    }

    private static List<String> failing(String name, MeshModel model, Path deploy, Level level) {
        Promised promised = Promised.of(model, deploy, name.substring(name.indexOf('/') + 1));
        Evidence evidence = promised.evidence(level).orElseThrow();
        return promised.claims().stream()
                .filter(claim -> !claim.judge(evidence).isGood())
                .map(claim -> claim.id())
                .toList();
    }
}
