package dev.tenantmesh.report.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Site;
import dev.tenantmesh.model.capacity.Estimate;
import dev.tenantmesh.model.capacity.Range;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.report.capacity.manifest.Pushes;
import dev.tenantmesh.report.capacity.manifest.Scoping;
import dev.tenantmesh.report.capacity.manifest.Scopings;
import dev.tenantmesh.report.capacity.manifest.SiteManifests;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sidecars of the capacity example are told, and what they are told by manifests that differ from it. */
class ScopingTest {

    private static final Path EXAMPLE = Path.of("..", "examples", "capacity");
    private static final String EVERYTHING = """
            apiVersion: networking.istio.io/v1
            kind: Sidecar
            metadata: {name: workload-storefront, namespace: shop-prod}
            spec:
              workloadSelector: {labels: {app.kubernetes.io/name: storefront}}
              egress: [{hosts: ["*/*"]}]
            """;
    private static final String MORE_PODS = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: cart, namespace: shop-prod}
            spec:
              replicas: 9
              selector: {matchLabels: {app.kubernetes.io/name: cart}}
              template:
                metadata: {labels: {app.kubernetes.io/name: cart}}
                spec: {containers: [{name: cart, image: cart}]}
            """;

    @TempDir
    private Path folder;

    private final Problems problems = new Problems();

    @Test
    void a_sidecar_is_told_of_what_its_pods_may_reach() throws IOException {
        // When
        List<Scoping> scopings = scopings("", "");

        // Then
        assertThat(scopings)
                .extracting(
                        Scoping::name,
                        scoping -> scoping.scoped().ports(),
                        scoping -> scoping.everything().ports())
                .containsExactly(
                        tuple("shop-prod/storefront", 2, 4),
                        tuple("shop-prod/cart", 0, 4),
                        tuple("stock-prod/inventory", 0, 4));
        assertThat(scopings.get(0).scoped().endpoints()).isEqualTo(Range.of(7, 7));
        assertThat(Pushes.percent(scopings).orElseThrow()).isEqualByComparingTo("31.6");
    }

    /** All but the gateway's Service, which is exported to no other namespace. */
    @Test
    void a_sidecar_that_takes_everything_saves_only_what_is_not_exported() throws IOException {
        // When
        Scoping storefront = scopings(EVERYTHING, "").get(0);

        // Then
        assertThat(storefront.scoped().ports()).isEqualTo(3);
        assertThat(storefront.saved(Estimate.DEFAULT)).isEqualTo(Range.of(102_000, 208_000));
    }

    @Test
    void pods_of_manifests_count_before_those_of_documents() throws IOException {
        // When
        Scoping storefront = scopings("", MORE_PODS).get(0);

        // Then
        assertThat(storefront.scoped().endpoints()).isEqualTo(Range.of(13, 13));
    }

    @Test
    void a_cluster_with_a_domain_of_its_own_counts_the_same() throws IOException {
        // Given
        String platform = Files.readString(EXAMPLE.resolve("src/main/mesh/platforms/openshift-mesh-3.yaml"))
                .replace("cni: ovn-kubernetes", "cni: ovn-kubernetes\n  clusterDomain: corp.example");
        String sidecar = EVERYTHING.replace(
                "\"*/*\"",
                "shop-prod/cart.shop-prod.svc.corp.example, stock-prod/inventory.stock-prod.svc.corp.example");

        // When
        Scoping storefront = scopings(model(platform), sidecar, "").get(0);

        // Then
        assertThat(storefront.scoped().ports()).isEqualTo(2);
    }

    private List<Scoping> scopings(String sidecar, String own) throws IOException {
        return scopings(MeshModel.read(EXAMPLE.resolve("src/main/mesh")), sidecar, own);
    }

    private MeshModel model(String platform) throws IOException {
        Files.writeString(folder.resolve("platform.yaml"), platform);
        Files.createDirectories(folder.resolve("tenants"));
        for (String file : List.of("mesh.yaml", "tenants/shop.yaml", "tenants/stock.yaml")) {
            Files.copy(EXAMPLE.resolve("src/main/mesh").resolve(file), folder.resolve(file));
        }
        return MeshModel.read(folder);
    }

    /** @param sidecar stands in for that of the storefront, if it is not empty */
    private List<Scoping> scopings(MeshModel model, String sidecar, String own) {
        Site site = model.sites().stream()
                .filter(found -> found.name().equals("openshift-mesh-3"))
                .findFirst()
                .orElseThrow();
        Manifests committed = Manifests.in(EXAMPLE.resolve("deploy/openshift-mesh-3"));
        Manifests generated = new Manifests(
                Stream.concat(
                                committed.all().stream()
                                        .filter(object -> sidecar.isEmpty()
                                                || !object.identity().endsWith("shop-prod/workload-storefront")
                                                || !object.kind().equals("Sidecar")),
                                ManifestLoader.read("sidecar.yaml", sidecar, problems).all().stream())
                        .toList(),
                List.of());
        return Scopings.of(SiteManifests.of(site, generated, ManifestLoader.read("own.yaml", own, problems), problems));
    }
}
