package dev.tenantmesh.verifier.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.claim.Level;
import dev.tenantmesh.verifier.claim.model.ModelEvidence;
import dev.tenantmesh.verifier.diff.Change;
import dev.tenantmesh.verifier.diff.DiffOptions;
import dev.tenantmesh.verifier.diff.MeshDiff;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The same documents with proxies in pods and with proxies on nodes: what differs is what docs/ambient.md says. */
class AmbientMigrationTest {

    private static final Path EXAMPLE = Path.of("..", "examples", "ambient");
    private static final MeshModel MODEL = MeshModel.read(EXAMPLE.resolve("src/main/mesh"));
    private static final Map<String, String> OWNERS = MODEL.tenants().stream()
            .flatMap(
                    tenant -> tenant.namespaces().stream().map(namespace -> Map.entry(namespace.name(), tenant.name())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    private static final DiffOptions OWNED = DiffOptions.ALL.ownedBy(OWNERS);
    private static final Pattern IDENTITY = Pattern.compile("mTLS as [^/]+/ns/([^/]+)/sa/[^/]+");

    /** What docs/ambient.md explains. */
    private static final Map<String, Predicate<Change>> EXPLAINED = Map.of(
            "probes come from 169.254.7.127",
            change -> change.edge().source().id().contains("169.254.7.127") && change.isWidening(),
            "metrics are those of gateways, and of sidecars that are left",
            change -> change.ports().toString().equals("TCP 15020") && !change.isWidening(),
            "pods without a proxy have no way to istiod",
            change -> change.ports().toString().equals("TCP 15012"),
            "proxies of nodes have a namespace",
            change -> Set.of(
                            change.edge().source().namespace(),
                            change.edge().destination().namespace())
                    .contains("ztunnel"),
            "in a tunnel a pod may come as another one of its tenant",
            AmbientMigrationTest::comesAsAnotherOfItsTenant);

    private static boolean comesAsAnotherOfItsTenant(Change change) {
        Matcher identity = IDENTITY.matcher(change.edge().how());
        String source = change.edge().source().namespace();
        return identity.matches()
                && !identity.group(1).equals(source)
                && Objects.equals(OWNERS.get(identity.group(1)), OWNERS.get(source));
    }

    @Test
    void nothing_but_what_is_explained_changes() {
        // When
        List<Change> changes = diff().changes();

        // Then
        assertThat(changes)
                .filteredOn(change -> EXPLAINED.values().stream().noneMatch(line -> line.test(change)))
                .isEmpty();
        EXPLAINED.forEach((line, predicate) -> assertThat(changes).as(line).anyMatch(predicate));
    }

    @Test
    void no_tenant_reaches_more_of_another() {
        // Given
        MeshVerifier nothing = MeshVerifier.of(
                ManifestLoader.read("none.yaml", "", new Problems()), ClusterProfile.KUBERNETES, new Problems());

        // When
        List<Change> before =
                MeshDiff.between(nothing, cluster("istio-sidecars"), OWNED).changes();

        // Then
        assertThat(before).anyMatch(AmbientMigrationTest::isBetweenTenants);
        assertThat(diff().widenings())
                .filteredOn(AmbientMigrationTest::isBetweenTenants)
                .allMatch(change -> before.stream().anyMatch(known -> isTheSameTo(known, change)));
    }

    private static boolean isBetweenTenants(Change change) {
        return OWNERS.containsKey(change.edge().source().namespace())
                && OWNERS.containsKey(change.edge().destination().namespace());
    }

    /** Whoever of a tenant it was, as the same identity and to the same port of the same pods. */
    private static boolean isTheSameTo(Change known, Change change) {
        return known.edge().destination().equals(change.edge().destination())
                && known.edge().source().owner().equals(change.edge().source().owner())
                && known.edge().how().equals(change.edge().how())
                && known.ports().ranges().containsAll(change.ports().ranges());
    }

    private static MeshDiff diff() {
        return MeshDiff.between(cluster("istio-sidecars"), cluster("istio"), OWNED);
    }

    private static MeshVerifier cluster(String name) {
        Platform platform = MODEL.platforms().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow();
        Problems problems = new Problems();
        return ModelEvidence.of(
                        MODEL,
                        platform,
                        ManifestLoader.load(
                                List.of(EXAMPLE.resolve("deploy").resolve(name)), LoadOptions.DEFAULT, problems),
                        Level.HOSTILE_SOURCE,
                        problems)
                .evidence()
                .verifier();
    }
}
