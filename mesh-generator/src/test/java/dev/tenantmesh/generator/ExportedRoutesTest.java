package dev.tenantmesh.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenantmesh.generator.manifest.ManifestFile;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.MeshYaml;
import dev.tenantmesh.model.ModelSources;
import dev.tenantmesh.model.export.Export;
import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.problem.ProblemsException;
import dev.tenantmesh.model.tenant.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An Export is somebody else's word: at a shared gateway it gets its tenant to its own workloads, and no further. */
class ExportedRoutesTest {

    private static final Path RETAIL = Path.of("..", "examples", "retail", "src", "main", "mesh");
    private static final String OWN = "namespace: \"web-prod\"\n      service: \"storefront\"\n      port: \"http\"";
    private static final String OTHERS =
            "namespace: \"payments-prod\"\n      service: \"ledger\"\n      port: \"grpc\"";

    @TempDir
    Path folder;

    @Test
    void the_platform_refuses_a_route_to_others() throws IOException {
        // Given
        givenWebRoutesTo(OWN);
        assertThat(rendered(ModelSources.of(folder))).contains("storefront.web-prod.svc.cluster.local");

        // When
        givenWebRoutesTo(OTHERS);

        // Then
        assertThat(catchThrowableOfType(ProblemsException.class, () -> MeshModel.read(folder))
                        .problems()
                        .sorted())
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .contains("MESH0167 'payments-prod/ledger:grpc'");
    }

    @Test
    void whom_it_leads_to_renders_the_same_all_the_same() throws IOException {
        // Given
        givenWebRoutesTo(OWN);
        Files.writeString(folder.resolve("payments.yaml"), Files.readString(RETAIL.resolve("tenants/payments.yaml")));
        ModelSources payments = ModelSources.of(folder).onlyFor("payments");
        String honest = rendered(payments);

        // When
        givenWebRoutesTo(OTHERS);
        Files.writeString(folder.resolve("payments.yaml"), Files.readString(RETAIL.resolve("tenants/payments.yaml")));

        // Then
        assertThat(honest).contains("ledger");
        assertThat(rendered(payments)).isEqualTo(honest);
    }

    /** Everybody's Export, with web's route at the shared gateway as given. */
    private void givenWebRoutesTo(String destination) throws IOException {
        for (Tenant tenant : MeshModel.read(RETAIL).tenants()) {
            String export = MeshYaml.write(Export.of(tenant));
            if (tenant.name().equals("web")) {
                int shared = export.indexOf("sharedGateways:");
                assertThat(export.substring(shared)).contains(OWN);
                export = export.substring(0, shared) + export.substring(shared).replace(OWN, destination);
            }
            Files.writeString(folder.resolve(tenant.name() + ".yaml"), export);
        }
        Files.writeString(folder.resolve("meshes.yaml"), Files.readString(RETAIL.resolve("meshes.yaml")));
        Files.writeString(folder.resolve("platform.yaml"), Files.readString(RETAIL.resolve("platforms/istio.yaml")));
        Files.writeString(
                folder.resolve("old.yaml"), Files.readString(RETAIL.resolve("platforms/openshift-mesh-2.yaml")));
    }

    private static String rendered(ModelSources sources) {
        Map<String, ManifestFile> files =
                MeshGenerator.render(MeshModel.read(sources), new Problems()).files();
        return files.values().stream().map(ManifestFile::text).collect(Collectors.joining("---\n"));
    }
}
