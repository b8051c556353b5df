package dev.tenantmesh.generator.manifest.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.generator.manifest.FolderOwners;
import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.manifest.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Runs for one tenant and for all, into one folder. */
class SharedOutputTest extends OutputTest {

    private static final Map<String, String> TENANTS = Map.of(
            "pay-prod", "pay", "pay-test", "pay", "web-prod", "web", "web-test", "web", "_components/web", "web");

    private static final String LIST = "prod/kustomization.yaml";

    @Test
    void aRunForOneTenantIntoAFolderOfAllTouchesOnlyItsOwn() throws IOException {
        given(all("pay-prod", "web-prod", "web-test", "retail-mesh"));
        Map<String, String> before = snapshot();

        WriteReport report = write(only("web", "web-prod=443", "pay-prod", "retail-mesh"));

        assertThat(report.changed()).containsExactly("prod/web-prod/networkpolicy-a.yaml");
        assertThat(report.removed())
                .containsExactly("prod/web-test/kustomization.yaml", "prod/web-test/networkpolicy-a.yaml");
        Map<String, String> after = snapshot();
        after.keySet().removeIf(path -> path.contains("/web-"));
        before.keySet().removeIf(path -> path.contains("/web-"));
        assertThat(after).isEqualTo(before);
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void aCheckForOneTenantReportsNothingOfOthers() throws IOException {
        given(all("pay-prod", "web-prod", "retail-mesh"));
        edit("prod/pay-prod/networkpolicy-a.yaml");
        Files.writeString(file("prod/retail-mesh/.mesh-index"), "broken");
        Files.delete(file("prod/pay-prod/.mesh-index"));
        Files.createSymbolicLink(file("prod/pay-prod/.mesh-index"), file(LIST));

        assertThat(compare(only("web", "web-prod")).isClean()).isTrue();
        assertThat(problems.isEmpty()).isTrue();
        assertThat(compare(only("web")).stale())
                .containsExactly("prod/web-prod/kustomization.yaml", "prod/web-prod/networkpolicy-a.yaml");
    }

    @Test
    void theListOfAllIsLeftAloneAndItsGapsAreTold() throws IOException {
        given(all("pay-prod"));
        String list = Files.readString(file(LIST));

        write(only("web", "web-prod"));

        assertThat(Files.readString(file(LIST))).isEqualTo(list);
        assertThat(file("prod/web-prod/networkpolicy-a.yaml")).exists();
        assertThat(codes()).containsExactly("MESH0319");
        assertThat(places()).containsExactly(LIST);
    }

    @Test
    void aFolderOfItsOwnListsWhatIsRenderedAndIsPruned() throws IOException {
        given(only("web", "web-prod", "web-test"));

        WriteReport report = write(only("web", "web-prod"));

        assertThat(report.changed()).containsExactly(LIST);
        assertThat(report.removed()).hasSize(2).allMatch(path -> path.startsWith("prod/web-test/"));
        assertThat(Files.readString(file(LIST))).contains("web-prod").doesNotContain("web-test");
        assertThat(write(only("web")).removed()).contains(LIST);
        assertThat(file("prod/.mesh-index")).doesNotExist();
    }

    @Test
    void aSecondTenantDoesNotTakeTheListFromTheFirst() throws IOException {
        given(only("web", "web-prod"));

        write(only("pay", "pay-prod"));

        assertThat(Files.readString(file(LIST))).contains("web-prod").doesNotContain("pay-prod");
        assertThat(file("prod/pay-prod/networkpolicy-a.yaml")).exists();
        assertThat(codes()).containsExactly("MESH0319");
    }

    @Test
    void aRunForAllTakesOverWhatTenantsWrote() throws IOException {
        given(only("web", "web-prod"));

        write(all("pay-prod", "web-prod", "retail-mesh"));

        assertThat(Files.readString(file(LIST))).contains("web-prod", "pay-prod", "retail-mesh");
        assertThat(compare(only("web", "web-prod")).isClean()).isTrue();
        assertThat(write(all("pay-prod")).removed()).hasSize(4);
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void aRunForAllLeavesTenantsAloneThatAreKnownByTheirExports() throws IOException {
        given(all("pay-prod", "web-prod", "retail-mesh"));
        FolderOwners owners = new FolderOwners(Set.of(), TENANTS, Set.of("pay"), Optional.empty(), Optional.empty());

        WriteReport report = write(set(owners, "pay-prod=443", "web-prod", "retail-mesh"));

        assertThat(report.removed()).isEmpty();
        assertThat(report.changed()).containsExactly(LIST);
        assertThat(Files.readString(file("prod/pay-prod/networkpolicy-a.yaml"))).doesNotContain("443");
    }

    @Test
    void aRunForSomePlatformsLeavesTheOthersAlone() throws IOException {
        given(all("pay-prod", "retail-mesh"));

        WriteReport report = write(ManifestSet.of(List.of(), forPlatforms("dev")));

        assertThat(report.removed()).isEmpty();
        assertThat(file("prod/pay-prod/networkpolicy-a.yaml")).exists();
        assertThat(compare(ManifestSet.of(List.of(), forPlatforms("dev"))).isClean())
                .isTrue();
        assertThat(write(ManifestSet.of(List.of(), forPlatforms("prod"))).removed())
                .isNotEmpty();
    }

    private static FolderOwners forPlatforms(String name) {
        return new FolderOwners(Set.of(), TENANTS, Set.of(), Optional.empty(), Optional.of(Set.of(name)));
    }

    private static ManifestSet all(String... folders) {
        return set(new FolderOwners(Set.of(), TENANTS, Set.of(), Optional.empty(), Optional.empty()), folders);
    }

    private static ManifestSet only(String tenant, String... folders) {
        return set(new FolderOwners(Set.of(), TENANTS, Set.of(), Optional.of(tenant), Optional.empty()), folders);
    }

    /** A policy in each namespace, with a port: {@code pay-prod=80}. */
    private static ManifestSet set(FolderOwners owners, String... folders) {
        List<RenderedObject> objects = Arrays.stream(folders)
                .map(folder -> (folder + "=80").split("=", 3))
                .map(parts -> Samples.policy(parts[0], "a", Integer.parseInt(parts[1])))
                .map(policy -> new RenderedObject("prod", policy, "tenant/pay"))
                .toList();
        return ManifestSet.of(objects, owners);
    }
}
