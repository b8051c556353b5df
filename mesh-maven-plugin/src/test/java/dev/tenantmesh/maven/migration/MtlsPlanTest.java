package dev.tenantmesh.maven.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.report.migration.MigrationPlan.Breakage;
import dev.tenantmesh.report.migration.MigrationPlan.Step;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MtlsPlanTest {

    private static final Path EXAMPLE = Path.of("..", "examples", "mtls-migration");

    @TempDir
    Path folder;

    @Test
    void the_steps_of_the_example_are_committed() throws IOException {
        Planned planned = MtlsPlan.of(model(), workloads());

        assertThat(planned.plan().isProved()).isTrue();
        new CommittedSteps(EXAMPLE).are(planned);
    }

    @Test
    void whoever_has_no_proxy_would_break_and_whoever_has_one_would_not() {
        List<Breakage> breakages = step(MtlsPlan.of(model(), workloads()), "retail-lock-stock-prod")
                .breakages();

        assertThat(breakages)
                .extracting(Breakage::client)
                .anyMatch(client -> client.contains("shop-jobs/"))
                .anyMatch(client -> client.contains("legacy-reports/"))
                .noneMatch(client -> client.contains("shop-web/"));
    }

    @Test
    void without_workloads_only_declared_clients_would_break() {
        Planned planned = MtlsPlan.of(model(), new Manifests(List.of(), List.of()));

        assertThat(step(planned, "retail-lock-stock-prod").breakages())
                .extracting(Breakage::client)
                .allMatch(client -> client.contains("legacy-reports/"))
                .isNotEmpty();
    }

    @Test
    void a_proxy_that_is_told_to_send_plaintext_would_break() throws IOException {
        String rule = """
                apiVersion: networking.istio.io/v1
                kind: DestinationRule
                metadata: {name: plain, namespace: shop-web}
                spec:
                  host: inventory.stock-prod.svc.cluster.local
                  trafficPolicy: {tls: {mode: DISABLE}}
                """;
        Path file = Files.writeString(folder.resolve("rule.yaml"), rule);
        Manifests told =
                ManifestLoader.load(List.of(EXAMPLE.resolve("workloads"), file), LoadOptions.DEFAULT, new Problems());

        assertThat(step(MtlsPlan.of(model(), told), "retail-lock-stock-prod").breakages())
                .filteredOn(breakage -> breakage.client().contains("shop-web/"))
                .singleElement()
                .satisfies(breakage -> assertThat(breakage.because()).contains("plain", "DISABLE"));
    }

    /** What breaks in a cluster is told of that one, and each is proved by its own folder. */
    @Test
    void each_cluster_of_a_platform_goes_the_way() throws IOException {
        for (Path file :
                List.of(Path.of("platform.yaml"), Path.of("tenants/shop.yaml"), Path.of("tenants/stock.yaml"))) {
            Path copy = folder.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.writeString(
                    copy,
                    Files.readString(EXAMPLE.resolve("src/main/mesh").resolve(file))
                            .replace("""
                                      podCIDRs: [10.244.0.0/16]
                                      serviceCIDRs: [10.96.0.0/12]
                                      apiServerCIDRs: [192.0.2.10/32]
                                    """, """
                                    clusters:
                                      - {name: east, network: east, podCIDRs: [10.244.0.0/16], serviceCIDRs: [10.96.0.0/12], apiServerCIDRs: [192.0.2.10/32]}
                                      - {name: west, network: west, podCIDRs: [10.244.0.0/16], serviceCIDRs: [10.96.0.0/12], apiServerCIDRs: [192.0.2.20/32]}
                                    """)
                            .replace(
                                    "trustDomain: retail.example.com",
                                    "trustDomain: retail.example.com\nclusters: [west]"));
        }

        Planned planned = MtlsPlan.of(MeshModel.read(folder), workloads());

        assertThat(step(planned, "retail-lock-stock-prod").breakages())
                .isNotEmpty()
                .allMatch(breakage -> breakage.platform().equals("prod/west"));
        assertThat(planned.plan().isProved()).isTrue();
    }

    private static Step step(Planned planned, String name) {
        return planned.plan().ways().stream()
                .flatMap(way -> way.steps().stream())
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static MeshModel model() {
        return MeshModel.read(EXAMPLE.resolve("src/main/mesh"));
    }

    private static Manifests workloads() {
        return ManifestLoader.load(
                List.of(EXAMPLE.resolve("workloads")), LoadOptions.DEFAULT.namedFrom(EXAMPLE), new Problems());
    }
}
