package dev.tenantmesh.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tenantmesh.model.platform.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Kustomizations of a tenant of the retail example, with its component, build to what is committed beside them. */
class OverlayTest {

    private static final Path OVERLAYS = Path.of("src/test/resources/overlays");
    private static final Path EXPECTED = OVERLAYS.resolve("expected");
    private static final GoldenCase RETAIL = GoldenCase.examples().stream()
            .filter(example -> example.name().equals("retail"))
            .findFirst()
            .orElseThrow();

    @TempDir
    static Path scratch;

    @BeforeAll
    static void findKubectl() {
        Kubectl.assumeInstalled();
    }

    @TestFactory
    Stream<DynamicTest> everyPlatform() {
        return RETAIL.rendering().model().platforms().stream()
                .map(Platform::name)
                .flatMap(platform -> Stream.of("inventory-prod", "inventory-batch")
                        .map(namespace -> dynamicTest(
                                platform + "/" + namespace, () -> assertBuilds(platform, "inventory/" + namespace))));
    }

    private static void assertBuilds(String platform, String overlay) throws IOException {
        Path expected = EXPECTED.resolve(platform).resolve(overlay + ".yaml");
        Path folder = copy(platform, overlay);
        if (Refresh.WANTED) {
            Refresh.write(expected, Kubectl.text(folder));
        }

        List<Manifest> built = Kubectl.kustomize(folder);

        assertThat(built)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(TextFolder.text(expected).split("(?m)^---\\R", -1))
                                .map(document -> Manifest.of("built", document))
                                .toList());
    }

    /** The overlay beside the manifests of one platform, as in a repository. */
    private static Path copy(String platform, String overlay) throws IOException {
        Path repository = scratch.resolve(platform).resolve(overlay);
        Map<String, String> texts = TextFolder.read(OVERLAYS.resolve(overlay)).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, text -> text.getValue().replace("PLATFORM", platform)));
        TextFolder.write(repository, texts);
        TextFolder.write(
                scratch.resolve(platform).resolve("deploy"), RETAIL.rendering().texts());
        return repository;
    }
}
