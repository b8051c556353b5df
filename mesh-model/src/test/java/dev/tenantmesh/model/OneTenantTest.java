package dev.tenantmesh.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenantmesh.model.export.Export;
import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.ProblemsException;
import dev.tenantmesh.model.tenant.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneTenantTest {

    private static final Path CASES = Path.of("src", "test", "resources", "cases");
    private static final Path EXPORTS = CASES.resolve("good/tenants-known-by-their-exports");
    private static final Path RETAIL = Path.of("..", "examples", "retail", "src", "main", "mesh");

    @TempDir
    Path folder;

    @Test
    void an_unknown_tenant_is_refused_with_the_nearest_one() {
        assertThat(refusals(ModelSources.of(EXPORTS).onlyFor("wbe")))
                .containsExactly("mesh.tenant: MESH0316 'wbe': There is no Tenant document of this name."
                        + " Did you mean 'web'? Known are: web.");
    }

    @Test
    void a_tenant_known_by_its_export_cannot_be_rendered() {
        assertThat(refusals(ModelSources.of(EXPORTS).onlyFor("pay")))
                .containsExactly("mesh.tenant: MESH0316 'pay': Only its Export is here, which says too little to render"
                        + " it. Add its Tenant document to the model.");
    }

    @Test
    void a_tenant_known_by_its_export_is_not_rendered_when_all_are() {
        MeshModel model = MeshModel.read(EXPORTS);

        assertThat(model.tenants().stream().filter(model::renders).map(Tenant::name))
                .containsExactly("web");
        assertThat(model.rendersAll()).isFalse();
    }

    @Test
    void mistakes_of_other_tenants_are_left_to_them() throws IOException {
        Files.createDirectories(folder.resolve("tenants"));
        for (String file : List.of("platform.yaml", "tenants/web.yaml")) {
            Files.writeString(folder.resolve(file), Files.readString(EXPORTS.resolve(file)));
        }
        String pay = Files.readString(EXPORTS.resolve("exports/pay.yaml"))
                .replace("kind: Export", "kind: Tenant")
                .replace("boundary: namespace", "boundary: mesh");
        Files.writeString(folder.resolve("tenants/pay.yaml"), pay);

        assertThat(MeshModel.read(ModelSources.of(folder).onlyFor("web"))
                        .findings()
                        .sorted())
                .isEmpty();
        assertThat(refusals(ModelSources.of(folder).onlyFor("pay")))
                .extracting(line -> line.replaceAll(".*(MESH\\d+).*", "$1"))
                .containsExactlyInAnyOrder("MESH0140", "MESH0107", "MESH0159");
    }

    @Test
    void names_of_other_tenants_that_could_show_in_manifests_are_not() throws IOException {
        for (String file : List.of("platform.yaml", "tenants/web.yaml", "exports/pay.yaml")) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(
                    folder.resolve(file),
                    Files.readString(EXPORTS.resolve(file)).replace("selector: {app: ledger}", "selector: {}"));
        }

        assertThat(refusals(ModelSources.of(folder).onlyFor("web")))
                .singleElement()
                .asString()
                .contains("MESH0126");
    }

    @Test
    void an_export_reads_as_it_was_written() throws IOException {
        for (Tenant tenant : MeshModel.read(RETAIL).tenants()) {
            Export export = Export.of(tenant);
            Files.writeString(folder.resolve(tenant.name() + ".yaml"), MeshYaml.write(export));

            assertThat(export.differencesFrom(tenant)).isEmpty();
        }
        Files.writeString(folder.resolve("meshes.yaml"), Files.readString(RETAIL.resolve("meshes.yaml")));
        Files.writeString(folder.resolve("platform.yaml"), Files.readString(RETAIL.resolve("platforms/istio.yaml")));
        Files.writeString(
                folder.resolve("old.yaml"), Files.readString(RETAIL.resolve("platforms/openshift-mesh-2.yaml")));

        assertThat(MeshModel.read(folder).tenants())
                .isEqualTo(MeshModel.read(RETAIL).tenants().stream()
                        .map(tenant -> Export.of(tenant).tenant())
                        .toList());
    }

    @Test
    void what_an_export_asks_of_the_platforms_gateways_must_be_granted() throws IOException {
        for (Tenant tenant : MeshModel.read(RETAIL).tenants()) {
            String export = MeshYaml.write(Export.of(tenant));
            Files.writeString(
                    folder.resolve(tenant.name() + ".yaml"),
                    export.replace("promo.shop.example.com", "promo.bank.example.com")
                            .replace("api.reviews.example", "api.other.example"));
        }
        Files.writeString(folder.resolve("meshes.yaml"), Files.readString(RETAIL.resolve("meshes.yaml")));
        Files.writeString(folder.resolve("platform.yaml"), Files.readString(RETAIL.resolve("platforms/istio.yaml")));
        Files.writeString(
                folder.resolve("old.yaml"), Files.readString(RETAIL.resolve("platforms/openshift-mesh-2.yaml")));

        assertThat(refusals(ModelSources.of(folder)))
                .extracting(line -> line.replaceAll(".*(MESH\\d+ '[^']*').*", "$1"))
                .contains(
                        "MESH0135 'promo.bank.example.com'",
                        "MESH0167 'promo.bank.example.com'",
                        "MESH0174 'api.other.example'");
    }

    private static List<String> refusals(ModelSources sources) {
        return catchThrowableOfType(ProblemsException.class, () -> MeshModel.read(sources)).problems().sorted().stream()
                .map(Problem::toString)
                .toList();
    }
}
