package dev.tenantmesh.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.generator.manifest.ManifestFile;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.MeshYaml;
import dev.tenantmesh.model.export.Export;
import dev.tenantmesh.model.problem.Problems;
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

    @TempDir
    Path folder;

    @Test
    void a_route_of_an_export_leads_nowhere_but_to_its_tenant() throws IOException {
        // Given
        String own = rendered("");

        // When
        String greedy = rendered("storefront");

        // Then
        assertThat(own).contains("storefront.web-prod.svc.cluster.local");
        assertThat(greedy).doesNotContain("ledger").doesNotContain("storefront.web-prod.svc.cluster.local");
    }

    /** The namespace of the shared gateway, where web's route leads to payments' ledger in place of a service. */
    private String rendered(String replaced) throws IOException {
        for (Tenant tenant : MeshModel.read(RETAIL).tenants()) {
            String export = MeshYaml.write(Export.of(tenant));
            if (tenant.name().equals("web") && !replaced.isEmpty()) {
                int shared = export.indexOf("sharedGateways:");
                export = export.substring(0, shared)
                        + export.substring(shared)
                                .replace(
                                        "namespace: \"web-prod\"\n      service: \"storefront\"",
                                        "namespace: \"payments-prod\"\n      service: \"ledger\"")
                                .replace("port: \"http\"", "port: \"grpc\"");
                assertThat(export).contains("service: \"ledger\"");
            }
            Files.writeString(folder.resolve(tenant.name() + ".yaml"), export);
        }
        Files.writeString(folder.resolve("meshes.yaml"), Files.readString(RETAIL.resolve("meshes.yaml")));
        Files.writeString(folder.resolve("platform.yaml"), Files.readString(RETAIL.resolve("platforms/istio.yaml")));
        Map<String, ManifestFile> files =
                MeshGenerator.render(MeshModel.read(folder), new Problems()).files();
        return files.entrySet().stream()
                .filter(file -> file.getKey().contains("/retail-ingress/"))
                .map(file -> file.getValue().text())
                .collect(Collectors.joining("---\n"));
    }
}
