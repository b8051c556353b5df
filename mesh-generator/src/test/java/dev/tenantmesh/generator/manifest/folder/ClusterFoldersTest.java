package dev.tenantmesh.generator.manifest.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.generator.manifest.FolderOwners;
import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.manifest.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A platform that is several clusters, each in a folder below the platform's. */
class ClusterFoldersTest extends OutputTest {

    private static final Map<String, String> TENANTS = Map.of("pay-prod", "pay", "web-prod", "web");

    @Test
    void aClusterThatIsGoneLeavesNothingBehindAndTheOthersAlone() throws IOException {
        given(all("fleet/hub", "fleet/edge"));

        WriteReport report = write(all("fleet/hub"));

        assertThat(report.removed()).isNotEmpty().allMatch(path -> path.startsWith("fleet/edge/"));
        assertThat(file("fleet/edge")).doesNotExist();
        assertThat(report.changed()).isEmpty();
        assertThat(file("fleet/hub/pay-prod/networkpolicy-a.yaml")).exists();
    }

    @Test
    void aPlatformBecomesSeveralClustersAndOneAgain() throws IOException {
        given(all("fleet"));

        assertThat(write(all("fleet/hub", "fleet/edge")).removed())
                .isNotEmpty()
                .noneMatch(path -> path.startsWith("fleet/hub/") || path.startsWith("fleet/edge/"));
        assertThat(file("fleet/kustomization.yaml")).doesNotExist();
        assertThat(compare(all("fleet/hub", "fleet/edge")).isClean()).isTrue();

        write(all("fleet"));
        assertThat(file("fleet/hub")).doesNotExist();
        assertThat(compare(all("fleet")).isClean()).isTrue();
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void driftIsToldOfTheClusterThatHasIt() throws IOException {
        given(all("fleet/hub", "fleet/edge"));

        Files.delete(file("fleet/edge/pay-prod/networkpolicy-a.yaml"));

        assertThat(compare(all("fleet/hub", "fleet/edge")).added())
                .containsExactly("fleet/edge/pay-prod/networkpolicy-a.yaml");
    }

    @Test
    void aRunForOtherPlatformsLeavesAllItsClustersAlone() throws IOException {
        given(all("fleet/hub", "fleet/edge", "other"));

        WriteReport report = write(set(Optional.empty(), Optional.of(Set.of("other")), "other"));

        assertThat(report.removed()).isEmpty();
        assertThat(report.changed()).isEmpty();
        assertThat(write(set(Optional.empty(), Optional.of(Set.of("fleet")), "fleet/hub"))
                        .removed())
                .isNotEmpty()
                .allMatch(path -> path.startsWith("fleet/edge/"));
    }

    @Test
    void aRunForOneTenantTouchesOnlyItsOwnInEachCluster() throws IOException {
        given(all("fleet/hub", "fleet/edge"));

        WriteReport report = write(set(Optional.of("pay"), Optional.empty(), "fleet/hub"));

        assertThat(report.removed()).isNotEmpty().allMatch(path -> path.startsWith("fleet/edge/pay-prod/"));
        assertThat(file("fleet/edge/web-prod/networkpolicy-a.yaml")).exists();
    }

    /** Where a cluster only holds the name of a tenant's namespace, its folder is the platform's. */
    @Test
    void aRunForOneTenantLeavesTheNamesThatAClusterHolds() throws IOException {
        given(holding(Optional.empty(), "fleet/hub", "fleet/edge"));

        WriteReport report = write(holding(Optional.of("pay"), "fleet/hub"));

        assertThat(report.removed()).isEmpty();
        assertThat(file("fleet/edge/pay-prod/networkpolicy-a.yaml")).exists();
    }

    private static ManifestSet holding(Optional<String> only, String... clusters) {
        List<RenderedObject> objects = Stream.of(clusters)
                .map(cluster -> new RenderedObject(cluster, Samples.policy("pay-prod", "a", 80), "tenant/pay"))
                .toList();
        return ManifestSet.of(
                objects,
                new FolderOwners(
                        Set.of("fleet/hub", "fleet/edge"),
                        TENANTS,
                        Set.of(),
                        only,
                        Optional.empty(),
                        Set.of("fleet/edge/pay-prod")));
    }

    private static ManifestSet all(String... clusters) {
        return set(Optional.empty(), Optional.empty(), clusters);
    }

    private static ManifestSet set(Optional<String> only, Optional<Set<String>> platforms, String... clusters) {
        List<RenderedObject> objects = Stream.of(clusters)
                .flatMap(cluster -> Stream.of("pay-prod", "web-prod")
                        .map(namespace ->
                                new RenderedObject(cluster, Samples.policy(namespace, "a", 80), "tenant/pay")))
                .toList();
        return ManifestSet.of(objects, new FolderOwners(Set.of(clusters), TENANTS, Set.of(), only, platforms));
    }
}
