package dev.tenantmesh.maven.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.generator.MeshGenerator;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.migration.ShadowSteps;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.report.migration.MigrationPlan;
import dev.tenantmesh.report.migration.MigrationPlan.Breakage;
import dev.tenantmesh.report.migration.MigrationPlan.Step;
import dev.tenantmesh.report.migration.MigrationPlan.Way;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.diff.Change;
import dev.tenantmesh.verifier.diff.DiffOptions;
import dev.tenantmesh.verifier.diff.MeshDiff;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShadowPlanTest {

    private static final Path EXAMPLE = Path.of("..", "examples", "shadow");
    private static final Planned PLANNED = MtlsPlan.of(model(), workloads()).with(ShadowPlan.of(model(), workloads()));

    @Test
    void the_steps_of_the_example_are_committed() throws IOException {
        assertThat(PLANNED.plan().isProved()).isTrue();
        new CommittedSteps(EXAMPLE).are(PLANNED);
    }

    @Test
    void whoever_is_not_declared_would_be_blocked_in_both_directions() {
        assertThat(step(PLANNED).breakages())
                .extracting(Breakage::platform, Breakage::client, Breakage::server, Breakage::ports)
                .map(found -> found.toList().toString())
                .containsExactlyInAnyOrder(
                        "[prod, legacy-prices/prices, stock-prod/inventory, TCP 8080]",
                        "[prod, legacy-reports/nightly-report, stock-prod/inventory, TCP 8080]",
                        "[prod, stock-prod/inventory, legacy-prices/prices, TCP 8443]");
    }

    @Test
    void a_reason_names_the_policy() {
        assertThat(step(PLANNED).breakages())
                .extracting(Breakage::because)
                .allMatch(why -> why.contains("networkpolicy-"));
    }

    @Test
    void what_enforcing_changes_is_narrower_and_about_that_namespace() {
        Stage now = new Stage(model(), MeshGenerator.render(model()));
        MeshModel enforced = ShadowSteps.next(mesh()).get(0).applied(model());
        Stage next = new Stage(enforced, MeshGenerator.render(enforced));
        MeshDiff diff = MeshDiff.between(read(now), read(next), DiffOptions.ALL.withoutKinds());

        assertThat(diff.widenings()).isEmpty();
        assertThat(diff.changes())
                .isNotEmpty()
                .extracting(Change::edge)
                .allMatch(edge -> edge.source().namespace().equals("stock-prod")
                        || edge.destination().namespace().equals("stock-prod"));
    }

    private static MeshVerifier read(Stage stage) {
        return stage.evidence(stage.site("prod"), stage.read(stage.site("prod"), workloads()))
                .evidence()
                .verifier();
    }

    /** Who is declared and has no proxy shows no identity, which an enforced namespace asks for. */
    @Test
    void a_declared_client_without_a_proxy_would_be_blocked(@TempDir Path folder) throws IOException {
        String bare = """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: storefront, namespace: shop-prod}
                spec:
                  selector: {matchLabels: {app.kubernetes.io/name: storefront}}
                  template:
                    metadata:
                      labels: {app.kubernetes.io/name: storefront, sidecar.istio.io/inject: "false"}
                    spec:
                      serviceAccountName: storefront
                      containers: [{name: storefront, image: registry.example.com/shop/storefront:1}]
                """;
        Path file = Files.writeString(folder.resolve("bare.yaml"), bare);
        Manifests others = ManifestLoader.load(
                List.of(EXAMPLE.resolve("workloads/stock.yaml"), file), LoadOptions.DEFAULT, new Problems());

        assertThat(step(ShadowPlan.of(model(), others)).breakages())
                .filteredOn(breakage -> breakage.client().equals("shop-prod/storefront"))
                .singleElement()
                .satisfies(breakage -> {
                    assertThat(breakage.because()).contains("it has no proxy");
                    assertThat(breakage.permitted()).contains("inventory");
                });
    }

    @Test
    void a_model_without_a_shadow_has_no_way_out_of_one() {
        MeshModel enforced = ShadowSteps.next(mesh()).get(0).applied(model());

        assertThat(ShadowPlan.of(enforced, workloads()))
                .isEqualTo(new Planned(new MigrationPlan(List.of()), new TreeMap<>()));
    }

    private static Step step(Planned planned) {
        return planned.plan().ways().stream()
                .map(Way::steps)
                .flatMap(List::stream)
                .filter(step -> step.name().equals("retail-enforce-stock-prod"))
                .findFirst()
                .orElseThrow();
    }

    private static MeshModel model() {
        return MeshModel.read(EXAMPLE.resolve("src/main/mesh"));
    }

    private static Mesh mesh() {
        return model().meshes().get(0);
    }

    private static Manifests workloads() {
        return ManifestLoader.load(
                List.of(EXAMPLE.resolve("workloads")), LoadOptions.DEFAULT.namedFrom(EXAMPLE), new Problems());
    }
}
