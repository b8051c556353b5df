package dev.tenantmesh.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.raw.RawManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeshYamlTest {

    private static final Path EXAMPLE = Path.of("..", "examples", "retail", "src", "main", "mesh");

    @Test
    void what_is_written_reads_back_as_equal_records(@TempDir Path folder) throws IOException {
        // Given
        MeshModel model = MeshModel.read(EXAMPLE);

        // When
        write(model, folder);

        // Then
        MeshModel again = MeshModel.read(folder);
        assertThat(again.platforms()).isEqualTo(model.platforms());
        assertThat(again.meshes()).isEqualTo(model.meshes());
        assertThat(again.tenants()).isEqualTo(model.tenants());
    }

    @Test
    void writing_what_was_read_is_stable(@TempDir Path folder) throws IOException {
        // Given
        MeshModel model = MeshModel.read(EXAMPLE);
        write(model, folder);

        // When
        String again = MeshYaml.write(MeshModel.read(folder).meshes().get(0));

        // Then
        assertThat(again).isEqualTo(MeshYaml.write(model.meshes().get(0)));
    }

    private static void write(MeshModel model, Path folder) throws IOException {
        StringBuilder documents = new StringBuilder();
        model.platforms().forEach(platform -> documents.append("---\n").append(MeshYaml.write(platform)));
        model.meshes().forEach(mesh -> documents.append("---\n").append(MeshYaml.write(mesh)));
        model.tenants().forEach(tenant -> documents.append("---\n").append(MeshYaml.write(tenant)));
        Files.writeString(folder.resolve("model.yaml"), documents);
        for (RawManifest manifest : model.manifests()) {
            Path copy = folder.resolve(manifest.file());
            Files.createDirectories(copy.getParent());
            Files.copy(EXAMPLE.resolve("tenants").resolve(manifest.file()), copy);
        }
    }
}
